import { isKnownForm, isWordEnding, keepsHyphen, mayKeepHyphen } from '../../text/words.ts';
import type { Reading } from '../reading.ts';
import type { JoinFinding, Rule } from '../rule.ts';

const FIRST = /([\p{L}’']{2,24})-$/u;
const SECOND = /^(\p{L}{2,24})(?![\p{L}-])/u;

/** A word the typist divided at the end of a line (TEI lb break="no"). */
export const lineEndHyphen: Rule = {
  name: 'line-end-hyphen',
  explanation: 'The typist divided this word at the end of a line.',
  certainty: 'certain',
  examples: [
    'He told the govern-⏎ment of it. → He told the government of it.',
    'THE INFILTRA-⏎TION OF AGENTS → THE INFILTRATION OF AGENTS',
    'the anti-⏎Castro forces → the anti-Castro forces',
    'the anti-⏎communist forces → the anti-communist forces',
    'the zorple-⏎snark of it → the zorplesnark of it',
    'the left-⏎wing leader → the left-wing leader',
    'A STATE-⏎OWNED MILL → A STATE-OWNED MILL',
    'the coffee-⏎growers came → the coffee-growers came',
    'some twenty-⏎one men → some twenty-one men',
    'General Mac-⏎Arthur came → General MacArthur came',
    'he had re-⏎fused it → he had refused it',
    'from 3-⏎4 hours → =',
  ],
  *find(reading) {
    const divided = dividedWords(reading);
    if (divided.length === 0) return;
    const words = new Set(
      reading.text.toLowerCase().match(/(?<!\p{L})\p{L}{2,24}-?\p{L}{2,24}(?!\p{L})/gu),
    );
    for (const word of divided) yield whole(word, words);
  },
};

interface Divided {
  readonly line: number;
  readonly first: string;
  readonly second: string;
}

function dividedWords({ staying, claimed }: Reading): Divided[] {
  const found: Divided[] = [];
  for (const [at, line] of staying.entries()) {
    const next = staying[at + 1];
    if (!line.text.endsWith('-') || !next || next.index !== line.index + 1) continue;
    if (claimed(line.index) || claimed(next.index)) continue;
    const first = FIRST.exec(line.text.slice(-30))?.[1];
    const second = SECOND.exec(next.text.slice(0, 30))?.[1];
    if (first && second) found.push({ line: line.index, first, second });
  }
  return found;
}

/**
 * Makes the word whole, with its hyphen or without, as far as words known or used here tell. What
 * neither tells is offered.
 */
function whole({ line, first, second }: Divided, words: ReadonlySet<string>): JoinFinding {
  const joined = first + second;
  const without = { kind: 'join', line, insert: '', hyphen: true } as const;
  const withIt = { ...without, hyphen: false };
  const hyphened = `${first}-${second}`;
  const solid = joined.length > 4 && words.has(joined.toLowerCase());
  if (words.has(hyphened.toLowerCase())) return solid ? offer(withIt, hyphened, joined) : withIt;
  if (solid || isWordEnding(second) || isKnownForm(joined)) return without;
  if (keepsHyphen(first, second)) return withIt;
  return mayKeepHyphen(first, second)
    ? offer(withIt, hyphened, joined)
    : offer(without, joined, hyphened);
}

function offer(finding: JoinFinding, reading: string, other: string): JoinFinding {
  const reason = `Read as “${reading}”; it may be “${other}”.`;
  return { ...finding, certainty: 'likely', reason };
}
