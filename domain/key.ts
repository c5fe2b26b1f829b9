/** A key and what is held with it. */
export interface Stroke {
  readonly control: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** As in `KeyboardEvent.key`, letters in small. */
  readonly key: string;
}

const named: Record<string, string> = {
  Up: 'arrowup',
  Down: 'arrowdown',
  Left: 'arrowleft',
  Right: 'arrowright',
};

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

const signs: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  enter: '↵',
  escape: 'Esc',
  delete: 'Del',
  space: 'Space',
  plus: '+',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pageup: 'Page ↑',
  pagedown: 'Page ↓',
};

/** An accelerator as the reader sees it: `Ctrl Shift T`, on a Mac `⇧⌘T`. */
export function keyLabel(accelerator: string, mac: boolean): string {
  const { control, alt, shift, key } = strokeOf(accelerator);
  const sign = signs[key] ?? key.toUpperCase();
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${control ? '⌘' : ''}${sign}`;
  return [control && 'Ctrl', alt && 'Alt', shift && 'Shift', sign].filter(Boolean).join(' ');
}
