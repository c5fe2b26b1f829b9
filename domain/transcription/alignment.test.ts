import { expect, it } from 'vitest';
import { counterparts } from './alignment.ts';
import { pieces, transcribe } from './transcription.ts';

const original = 'US not [Page 864] involved; these ~~bad~~ raidsʼ end';
const change = (words: string, insert: string) => ({
  from: original.indexOf(words),
  to: original.indexOf(words) + words.length,
  insert,
  rule: 'test',
  certainty: 'certain' as const,
  status: 'accepted' as const,
  reason: null,
});
const transcription = transcribe(original, [
  change('[Page 864] ', ''),
  change('~~bad~~ ', ''),
  change('ʼ', '’'),
]);
const map = pieces(transcription);

/** What answers on the other side to `words`, joined by `|`. */
function answer(side: 'original' | 'transcription', words: string) {
  const [here, there] =
    side === 'original'
      ? [original, transcription.text.toString()]
      : [transcription.text.toString(), original];
  const from = here.indexOf(words);
  return counterparts(map, side, { from, to: from + words.length })
    .map((range) => there.slice(range.from, range.to))
    .join('|');
}

it.each([
  ['original', 'not [Page 864] involved', 'not involved'],
  ['original', 'involved', 'involved'],
  ['original', '864', ''],
  ['original', '~~bad~~', ''],
  ['original', 'raidsʼ', 'raids’'],
  ['transcription', 'not involved', 'not |involved'],
  ['transcription', 'these raids’ end', 'these |raidsʼ end'],
] as const)('%s: %s ↔ %s', (side, words, expected) => {
  expect(answer(side, words)).toBe(expected);
});
