import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { keyLabel, keyWithAlt, matches, strokeOf } = await import('./keys.ts');
const { commands } = await import('../../domain/command.ts');

/** A key press written as held keys and key: `ctrl shift T`; `code` tells its place on the keyboard. */
function press(written: string, code = '') {
  const parts = written.split(' ');
  return {
    ctrlKey: parts.includes('ctrl'),
    metaKey: parts.includes('meta'),
    altKey: parts.includes('alt'),
    shiftKey: parts.includes('shift'),
    key: parts.at(-1) ?? '',
    code,
    isComposing: parts.includes('composing'),
    getModifierState: (name: string) => name === 'AltGraph' && parts.includes('altgraph'),
  } as KeyboardEvent;
}

describe('a key press is the accelerator it names', () => {
  it.each([
    ['CmdOrCtrl+Shift+T', 'ctrl shift T', true],
    ['CmdOrCtrl+Shift+T', 'ctrl T', false],
    ['CmdOrCtrl+T', 'ctrl t', true],
    ['CmdOrCtrl+T', 'ctrl shift T', false],
    ['CmdOrCtrl+T', 'meta t', false],
    ['CmdOrCtrl+Alt+Down', 'ctrl alt ArrowDown', true],
    ['CmdOrCtrl+Down', 'ctrl alt ArrowDown', false],
    ['CmdOrCtrl+Backspace', 'ctrl Backspace', true],
    ['F6', 'F6', true],
    ['F6', 'shift F6', false],
    ['CmdOrCtrl+Alt+Shift+Left', 'ctrl alt shift ArrowLeft', true],
    ['CmdOrCtrl+Alt+Right', 'ctrl alt ArrowRight', true],
    // What AltGr writes on a keyboard of Windows is no command.
    ['CmdOrCtrl+Alt+S', 'ctrl alt altgraph s', false],
    ['CmdOrCtrl+T', 'ctrl altgraph t', false],
    ['CmdOrCtrl+T', 'ctrl composing t', false],
  ])('%s, pressed %s: %s', (accelerator, written, result) => {
    expect(matches(press(written), accelerator, false)).toBe(result);
  });

  it('goes with ⌘ on a Mac', () => {
    expect(matches(press('meta k'), 'CmdOrCtrl+K', true)).toBe(true);
    expect(matches(press('ctrl k'), 'CmdOrCtrl+K', true)).toBe(false);
  });

  it('is found by its place where Alt makes another letter of it', () => {
    expect(matches(press('meta alt ß', 'KeyS'), 'CmdOrCtrl+Alt+S', true)).toBe(true);
    expect(matches(press('meta ß', 'KeyS'), 'CmdOrCtrl+S', true)).toBe(false);
  });
});

describe('a letter or digit with Alt alone', () => {
  it.each<[written: string, code: string, key: string | null]>([
    ['alt p', 'KeyP', 'p'],
    ['alt P', 'KeyP', 'p'],
    ['alt 1', 'Digit1', '1'],
    // The letter counts, not where it lies: a German keyboard, a Dvorak one.
    ['alt z', 'KeyY', 'z'],
    ['alt ,', 'KeyW', null],
    // Keyboards on which it is not written so: French digits, Russian letters, a Mac.
    ['alt &', 'Digit1', '1'],
    ['alt з', 'KeyP', 'p'],
    ['alt π', 'KeyP', 'p'],
    ['alt Dead', 'KeyE', 'e'],
    ['alt Enter', 'Enter', null],
    ['alt ö', 'Semicolon', null],
    ['p', 'KeyP', null],
    ['ctrl alt p', 'KeyP', null],
    ['alt shift P', 'KeyP', null],
    ['meta alt p', 'KeyP', null],
    ['alt altgraph p', 'KeyP', null],
  ])('%s on %s is %s', (written, code, key) => {
    expect(keyWithAlt(press(written, code))).toBe(key);
  });
});

describe('a key is named as the keyboard names it', () => {
  it.each([
    ['CmdOrCtrl+Shift+T', 'Ctrl Shift T', '⇧⌘T'],
    ['CmdOrCtrl+Alt+Down', 'Ctrl Alt ↓', '⌥⌘↓'],
    ['CmdOrCtrl+Backspace', 'Ctrl ⌫', '⌘⌫'],
    ['CmdOrCtrl+Alt+Shift+Left', 'Ctrl Alt Shift ←', '⌥⇧⌘←'],
    ['CmdOrCtrl+Alt+Right', 'Ctrl Alt →', '⌥⌘→'],
    ['F6', 'F6', 'F6'],
  ])('%s is %s, on a Mac %s', (accelerator, elsewhere, mac) => {
    expect(keyLabel(accelerator, false)).toBe(elsewhere);
    expect(keyLabel(accelerator, true)).toBe(mac);
  });
});

it('gives no two commands the same key', () => {
  const keys = Object.values(commands).flatMap(({ key }) =>
    key === null ? [] : [JSON.stringify(strokeOf(key))],
  );
  expect(new Set(keys).size).toBe(keys.length);
});
