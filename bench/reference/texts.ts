import type { Change } from '../../domain/change/change.ts';
import type { Random } from './random.ts';

const WORDS =
  'the Secretary told Gromyko that offensive weapons in Cuba would not be tolerated and U.S. Embassy Bonn reports NIACT SECRET Khrushchev’s letter of 4/23 re IL-28s — 🚢 naïve Ðukić e\u0301tat 👩‍🚀 737.00 1662.1 שלום no comment'.split(
    ' ',
  );

/** A text with many proposals on it. */
export interface Proposed {
  readonly text: string;
  readonly changes: readonly Change[];
}

/**
 * A text of some words and lines, with proposals of all kinds on it: words taken out, changed or put
 * in; a part of them accepted; some that border on each other, and some that claim the same words.
 */
export function proposedText(random: Random, words: number): Proposed {
  let text = '';
  const changes: Change[] = [];
  const propose = (from: number, to: number, insert: string, rule: string) => {
    const certain = rule !== 'rival' && random.chance(0.2);
    const certainty = certain ? 'certain' : 'likely';
    const status = certain ? 'accepted' : 'proposed';
    changes.push({ from, to, insert, rule, certainty, status, reason: null });
  };
  let free = 0;
  for (let count = 0; count < words; count++) {
    const from = text.length;
    text += random.one(WORDS);
    const to = text.length;
    text += random.chance(0.08) ? '\n' : ' ';
    if (!random.chance(0.15)) continue;
    const kind = random.below(6);
    if (kind === 0) propose(from, text.length, '', 'words-out');
    else if (kind === 1) propose(from, to, '', 'word-out');
    else if (kind === 2) propose(from, to, random.one(WORDS), 'word-changed');
    else if (kind === 3) propose(to, to, ` ${random.one(WORDS)}`, 'word-in');
    else if (kind === 4) propose(Math.max(free, from - 9), to, '[…]', 'longer');
    else propose(to, text.length, text.endsWith('\n') ? ' ' : '\n', 'line');
    // One that claims the same words, and is only proposed.
    if (kind !== 3 && random.chance(0.2)) propose(from, to, '', 'rival');
    free = text.length;
  }
  return { text, changes: wholeCharacters(text, changes) };
}

function wholeCharacters(text: string, changes: readonly Change[]): Change[] {
  const begins = (at: number) => /[\uDC00-\uDFFF]/u.test(text.charAt(at));
  return changes
    .filter(({ from, to }) => !begins(from) && !begins(to))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** A word or two as somebody types them. */
export function typing(random: Random): string {
  const some = ['a', 'e', 's', ' ', 'th', '.', ', ', '\n', 'é', '🚢', '\u0301', 'ß', 'Rusk'];
  return random.chance(0.7) ? random.one(some) : random.one(WORDS);
}

/** Several lines as somebody pastes them, with characters of two code units and combining ones. */
export function pasting(random: Random): string {
  const lines = Array.from({ length: 1 + random.below(4) }, () =>
    Array.from({ length: 1 + random.below(6) }, () => random.one(WORDS)).join(' '),
  );
  return lines.join(random.one(['\n', '\n\n', ' \u2028', '\n']));
}
