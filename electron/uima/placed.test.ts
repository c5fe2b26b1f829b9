import fc from 'fast-check';
import { expect, it } from 'vitest';
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
