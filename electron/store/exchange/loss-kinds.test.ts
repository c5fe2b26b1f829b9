import { expect, test } from 'vitest';
import { exportFormats, ExportFormat } from '../../../domain/exchange/format.ts';
import type { CableRecord } from '../../../domain/exchange/record.ts';
import { lossKinds } from '../../../domain/exchange/loss-kinds.ts';
import {
  testAnnotation,
  testFrame,
  testRecord,
  testTag,
  testTarget,
} from '../../../domain/testing/exported.ts';
import { newId } from '../../../domain/testing/emendations.ts';
import { writers } from './writers.ts';

const tag = testTag({ name: 'Missiles' });
const frame = testFrame({ tags: [tag] });
const time = '2026-01-01T00:00:00.000Z';

/** A cable of which every format loses all that it can lose. */
const text = '😀 Havana \f\u0001\uFFFF\n\n\n\nSoviet missiles';
const bare = testRecord(text, {
  changes: [
    {
      ...{
        from: text.length,
        to: text.length,
        insert: '.',
        rule: 'test',
        reason: null,
        decidedBy: null,
      },
      ...{ certainty: 'likely', status: 'accepted', decidedAt: null },
    },
  ],
  structure: [{ type: 'pageBreak', from: 3, to: 9, label: null, note: null }],
  metadata: [{ field: 'from', value: 'Havana', evidence: { from: 3, to: 9 }, rule: 'test' }],
});
const havana = testTarget(bare, 'transcription', 3, 9);
const both = testAnnotation(bare, {
  targets: [havana, testTarget(bare, 'original', 3, 9)],
  tagIds: [tag.id],
  note: `![A map](https://example.org/a.png)\r\n[Another](cable:${newId()})`,
  verdict: { value: 'rejected', by: 'B. Judge', time },
});
const whole = testAnnotation(bare, {});
const lost = testAnnotation(bare, {
  targets: [havana, { ...havana, lost: 'Its words were deleted.' }],
});
const revisions = [0, 1].map((number) => ({
  ...{ id: newId(), number, author: 'A', started: time, ended: time },
  ...{ message: '', actions: 1, restored: null },
}));
const ends = { from: both.id, to: whole.id };
const record: CableRecord = {
  ...bare,
  annotations: [both, whole, lost],
  relations: [{ ...ends, id: newId(), typeId: newId(), note: '', creator: 'A', created: time }],
  revisions,
};

test.each(ExportFormat.options)(
  '%s: what the page of help says it loses is what its writer tells',
  (format) => {
    const told = new Map(
      (['code-points', 'utf-16'] as const).flatMap((offsets) =>
        writers[format]
          .losses(record, frame, { offsets })
          .map(({ kind, sentence }) => [kind, sentence] as const),
      ),
    );
    expect(told).toEqual(
      new Map(lossKinds[format].map(({ kind, sentence }) => [kind, sentence] as const)),
    );
    expect(exportFormats[format].title).not.toBe('');
  },
);
