/** A replacement in a transcription: words in the place of `[from, to)` (UTF-16 code units). */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The part of the window in which an editor types. There is at most one. */
export interface Typist {
  readonly cableId: string;
  /** Tells the desk where the caret stands, which it does not with every letter. */
  tellCaret(): void;
  /** Waits until all that has been typed is saved. Fails where it cannot be. */
  settle(): Promise<void>;
  /** Puts words in the place of others as if typed, and waits until they are saved. `witness` is the cable they come from. */
  emend(replacements: readonly Replacement[], witness: string | null): Promise<void>;
}

let typist: Typist | null = null;

/** Says who types from now on; the function that comes back says that nobody does any more. */
export function takeUpThePen(next: Typist): () => void {
  typist = next;
  return () => {
    if (typist === next) typist = null;
  };
}

/** Who types now. */
export function currentTypist(): Typist | null {
  return typist;
}

/** A command is about to be given: the desk is to know where the caret stands. */
export function tellCaret(): void {
  typist?.tellCaret();
}

/** Waits until all that has been typed is saved: whatever comes next is about the text as it is shown. */
export async function settleTyping(): Promise<void> {
  await typist?.settle();
}
