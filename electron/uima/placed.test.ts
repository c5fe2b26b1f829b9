import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FailureError } from '../../domain/failure.ts';
import { placeTarget, placingTexts } from '../../domain/exchange/placing.ts';
import { annotatedRecords, testFrame, textsOf } from '../../domain/testing/exported.ts';
import { xmi } from '../../domain/uima/write.ts';
import { readTsv } from '../../domain/webanno/read.ts';
import { tsv } from '../../domain/webanno/write.ts';
import { readXmi } from './read.ts';

const options = { offsets: 'code-points' } as const;
const frame = testFrame();

it('every passage with words is placed where it stood, by its position and its quote', () => {
  fc.assert(
    fc.property(annotatedRecords([]), (record) => {
      const { original, transcription } = textsOf(record);
      const texts = placingTexts(original, transcription, record.cable.version);
      const files = [
        ...xmi
          .write(frame, options)
          .cable(record, 'a')
          .map(({ content }) => readXmi(String(content))),
        ...tsv
          .write(frame, options)
          .cable(record, 'a')
          .map(({ content }) => readTsv(String(content))),
      ];
      const stood = record.annotations
        .flatMap(({ targets }) => targets)
        .filter(({ quote }) => quote.exact.trim() !== '');
      let placed = 0;
      for (const { targets } of files.flatMap(({ annotations }) => annotations))
        for (const target of targets) {
          if (target.quote?.exact.trim() === '') continue;
          const placing = placeTarget(target, texts);
          const [place] = target.positions;
          expect(placing).toMatchObject({
            kind: 'placed',
            target: { side: target.side, from: place?.from, to: place?.to },
          });
          placed += 1;
        }
      // Each comes in both formats.
      expect(placed).toBe(2 * stood.length);
    }),
    { numRuns: 40 },
  );
});

it('a damaged file is read as far as it makes sense, or refused with a sentence', () => {
  const damage = fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(annotatedRecords([], 3), damage, (record, [place, length, words]) => {
      for (const { path, content } of [
        ...xmi.write(frame, options).cable(record, 'a'),
        ...tsv.write(frame, options).cable(record, 'a'),
      ]) {
        const file = String(content);
        const at = place % file.length;
        const damaged = file.slice(0, at) + words + file.slice(at + length);
        try {
          const { annotations } = path.endsWith('.xmi') ? readXmi(damaged) : readTsv(damaged);
          expect(new Set(annotations.map(({ key }) => key)).size).toBe(annotations.length);
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
        }
      }
    }),
    { numRuns: 60 },
  );
});
