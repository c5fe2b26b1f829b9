import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { keyLabel, matches, strokeOf } = await import('./keys.ts');
const { commands } = await import('../../domain/command.ts');

/** A key press written as held keys and key: `ctrl shift T`. */
function press(written: string) {
  const parts = written.split(' ');
  return {
    ctrlKey: parts.includes('ctrl'),
    metaKey: parts.includes('meta'),
    altKey: parts.includes('alt'),
    shiftKey: parts.includes('shift'),
    key: parts.at(-1) ?? '',
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
  ])('%s, pressed %s: %s', (accelerator, written, result) => {
    expect(matches(press(written), accelerator, false)).toBe(result);
  });

  it('goes with ⌘ on a Mac', () => {
    expect(matches(press('meta k'), 'CmdOrCtrl+K', true)).toBe(true);
    expect(matches(press('ctrl k'), 'CmdOrCtrl+K', true)).toBe(false);
  });
});

describe('a key is named as the keyboard names it', () => {
  it.each([
    ['CmdOrCtrl+Shift+T', 'Ctrl Shift T', '⇧⌘T'],
    ['CmdOrCtrl+Alt+Down', 'Ctrl Alt ↓', '⌥⌘↓'],
    ['CmdOrCtrl+Backspace', 'Ctrl ⌫', '⌘⌫'],
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
