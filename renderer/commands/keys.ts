/** Whether the window stands on a Mac, where commands go with ⌘ instead of Ctrl. */
export const onMac = navigator.platform.startsWith('Mac');

interface Stroke {
  readonly control: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** As in `KeyboardEvent.key`, letters in small. */
  readonly key: string;
}

const named: Record<string, string> = { Up: 'arrowup', Down: 'arrowdown' };

const known = new Map<string, Stroke>();

/** Reads a key in Electron's accelerator notation, such as `CmdOrCtrl+Shift+T`. */
export function strokeOf(accelerator: string): Stroke {
  // Every key that is pressed is compared with those of all commands.
  const stroke = known.get(accelerator) ?? read(accelerator);
  known.set(accelerator, stroke);
  return stroke;
}

function read(accelerator: string): Stroke {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  return {
    control: parts.includes('CmdOrCtrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: named[key] ?? key.toLowerCase(),
  };
}

/** Whether a key press is the one an accelerator names. */
export function matches(event: KeyboardEvent, accelerator: string, mac = onMac): boolean {
  const stroke = strokeOf(accelerator);
  const control = mac ? event.metaKey : event.ctrlKey;
  return (
    control === stroke.control &&
    event.altKey === stroke.alt &&
    event.shiftKey === stroke.shift &&
    event.key.toLowerCase() === stroke.key
  );
}

const signs: Record<string, string> = { arrowup: '↑', arrowdown: '↓', backspace: '⌫', enter: '↵' };

/** An accelerator as the reader sees it: `Ctrl Shift T`, on a Mac `⇧⌘T`. */
export function keyLabel(accelerator: string, mac = onMac): string {
  const { control, alt, shift, key } = strokeOf(accelerator);
  const sign = signs[key] ?? key.toUpperCase();
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${control ? '⌘' : ''}${sign}`;
  return [control && 'Ctrl', alt && 'Alt', shift && 'Shift', sign].filter(Boolean).join(' ');
}
