import { keyLabel as labelOf, strokeOf } from '../../domain/key.ts';

/** Whether the window stands on a Mac, where commands go with ⌘ instead of Ctrl. */
export const onMac = navigator.platform.startsWith('Mac');

export { strokeOf };

/** Whether a key press is the one an accelerator names. */
export function matches(event: KeyboardEvent, accelerator: string, mac = onMac): boolean {
  const stroke = strokeOf(accelerator);
  const control = mac ? event.metaKey : event.ctrlKey;
  return (
    control === stroke.control &&
    event.altKey === stroke.alt &&
    event.shiftKey === stroke.shift &&
    (stroke.alt ? keyBesideAlt(event) : event.key.toLowerCase()) === stroke.key &&
    !writes(event)
  );
}

/** The letter or digit that is pressed with Alt alone; null for any other key press. */
export function keyWithAlt(event: KeyboardEvent): string | null {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!altKey || ctrlKey || metaKey || shiftKey || writes(event)) return null;
  const key = keyBesideAlt(event);
  return /^[a-z0-9]$/u.test(key) ? key : null;
}

/**
 * Whether a key press writes something: with AltGraph, which some systems report as Ctrl and Alt, a
 * keyboard reaches its further letters, and so do letters made of several presses.
 */
function writes(event: KeyboardEvent): boolean {
  return event.getModifierState('AltGraph') || event.isComposing;
}

/**
 * The key of a press with Alt, as in `KeyboardEvent.key`, letters in small. What the keyboard says
 * counts, wherever the key lies. Where that is no Latin letter or digit, as of keyboards of other
 * scripts and with Alt on a Mac, or a digit that is reached by Shift only, the place of the key does.
 */
function keyBesideAlt({ key, code }: KeyboardEvent): string {
  const said = key.toLowerCase();
  if (/^[a-z0-9]$/u.test(said)) return said;
  const digit = /^Digit(\d)$/u.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  const isElsewhere = said === 'dead' || /^[^\0-\x7f]$/u.test(said);
  return letter !== undefined && isElsewhere ? letter.toLowerCase() : said;
}

/** An accelerator as the reader sees it: `Ctrl Shift T`, on a Mac `⇧⌘T`. */
export function keyLabel(accelerator: string, mac = onMac): string {
  return labelOf(accelerator, mac);
}
