import { afterEach, beforeEach, expect, test, vi } from 'vitest';

class FakeElement {
  readonly #inText: boolean;
  constructor(inText: boolean) {
    this.#inText = inText;
  }
  closest() {
    return this.#inText ? this : null;
  }
}
vi.stubGlobal('Element', FakeElement);
vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { holdKeys, keepKey, takeHeldKeys } = await import('./heldKeys.ts');

/** A key press; `held` names what is held with it. */
function press(key: string, { held = '', inText = true } = {}) {
  return {
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    isComposing: held.includes('composing'),
    getModifierState: (name: string) => name === 'AltGraph' && held.includes('altgraph'),
    target: new FakeElement(inText),
  } as unknown as KeyboardEvent;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  takeHeldKeys();
  vi.useRealTimers();
});

test('what is typed before the field is there is kept for it, once', () => {
  holdKeys();
  for (const key of ['A', '🚢', 'x', 'Backspace', ' ', 'b', 'Enter'])
    expect(keepKey(press(key))).toBe(true);
  expect(takeHeldKeys()).toBe('A🚢 b\n');
  expect(takeHeldKeys()).toBe('');
  expect(keepKey(press('c'))).toBe(false);
});

test('what AltGr writes is kept; keys of commands, and those that only move, are not', () => {
  holdKeys();
  expect(keepKey(press('@', { held: 'ctrl altgraph' }))).toBe(true);
  for (const event of [
    press('z', { held: 'ctrl' }),
    press('z', { held: 'meta' }),
    press('p', { held: 'alt' }),
    press('a', { held: 'composing' }),
    press('ArrowLeft'),
    press('Escape'),
  ])
    expect(keepKey(event)).toBe(false);
  expect(takeHeldKeys()).toBe('@');
});

test('what is typed elsewhere stays there', () => {
  holdKeys();
  expect(keepKey(press('a', { inText: false }))).toBe(false);
});

test('where no field comes, nothing is kept from the text for long', () => {
  holdKeys();
  vi.advanceTimersByTime(2_000);
  expect(keepKey(press('a'))).toBe(false);
});
