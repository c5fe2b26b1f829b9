import { onMac } from './keys.ts';

/**
 * What is typed after a command that opens a field, before the field is there, belongs to the field:
 * in the transcription it would be an emendation that nobody meant.
 */
let held: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** How long a field is waited for, in milliseconds. */
const PATIENCE = 2_000;

/** From now on what is typed into a text is kept for the field that is to come. */
export function holdKeys() {
  held = '';
  clearTimeout(timer);
  timer = setTimeout(takeHeldKeys, PATIENCE);
}

/** The field is there, or does not come: what was typed meanwhile, and no more is kept. */
export function takeHeldKeys(): string {
  const typed = held ?? '';
  held = null;
  clearTimeout(timer);
  return typed;
}

/** Keeps what a key press writes, where such is kept; tells whether it does. */
export function keepKey(event: KeyboardEvent): boolean {
  if (held === null || !isInText(event.target)) return false;
  const { key, ctrlKey, metaKey, altKey, isComposing } = event;
  // With AltGr, which may come as Ctrl and Alt, something is written all the same; on a Mac with Alt.
  const command = ctrlKey || metaKey || (altKey && !onMac);
  if (isComposing || (command && !event.getModifierState('AltGraph'))) return false;
  if (key === 'Enter') held += '\n';
  else if (key === 'Backspace') held = [...held].slice(0, -1).join('');
  else if ([...key].length === 1) held += key;
  else return false;
  return true;
}

function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cm-content') !== null;
}
