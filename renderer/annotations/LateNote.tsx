import { lazy, Suspense } from 'react';

// What reads Markdown is large, and few cables have notes in sight when the desk is first drawn.
const NoteText = lazy(async () => ({ default: (await import('./NoteText.tsx')).NoteText }));

/** A note as a reader reads it; as it was written, until what sets it is there. */
export function LateNote({ note }: { readonly note: string }) {
  return (
    <Suspense fallback={<p>{note}</p>}>
      <NoteText note={note} />
    </Suspense>
  );
}
