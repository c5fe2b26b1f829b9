import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { undecided } from '../change/decision.ts';
import { clean } from '../clean/clean.ts';
import { newId } from '../testing/emendations.ts';
import { testAnnotation, testFrame, testRecord, testTag, testTarget } from '../testing/exported.ts';
import { markdown } from './markdown.ts';
import type { CableRecord } from './record.ts';

const options = { offsets: 'code-points' } as const;
const above = testTag({ name: 'Persons' });
const tag = testTag({ name: 'Castro_1', parentId: above.id });
const type = { id: newId(), name: 'quotes', reverse: null, description: '' };
const frame = testFrame({ tags: [above, tag], relationTypes: [type] });

/** The one file of a cable. */
function written(record: CableRecord): string {
  const running = markdown.write(frame, options);
  expect([running.begin(), running.end()]).toEqual([[], []]);
  const [piece, ...others] = running.cable(record, 'name');
  expect([piece?.path, others]).toEqual(['name.md', []]);
  return String(piece?.content);
}

const bare = testRecord('S/S *NIACT*\nHavana, Cuba\n\n  Soviet missiles \n');
const first = testAnnotation(bare, {
  targets: [testTarget(bare, 'transcription', 20, 24), testTarget(bare, 'transcription', 35, 43)],
  tagIds: [tag.id],
  note: 'See [^1].\n\n- one\n- two',
});
const second = testAnnotation(bare, {
  targets: [testTarget(bare, 'original', 12, 25)],
  verdict: { value: 'rejected', by: 'B. Judge', time: '2026-02-03T00:00:00.000Z' },
});
const whole = testAnnotation(bare, { note: 'All of it' });
const lost = testAnnotation(bare, {
  targets: [{ ...testTarget(bare, 'transcription', 3, 3), lost: 'Its words were deleted.' }],
});
const relations = [first.id, whole.id, newId()].map((to) => ({
  ...{ id: newId(), typeId: type.id, from: second.id, to, note: '', creator: 'A' },
  created: '2026-01-01T00:00:00.000Z',
}));
const record = {
  ...bare,
  annotations: [first, second, whole, lost],
  relations: relations.filter(({ from, to }) => from !== to),
};

it('has the text with footnotes behind the words they are about, and lists of what has no place', () => {
  expect(written(record)).toBe(`---
cable: "${bare.cable.summary.id}"
---

# Telegram From the Embassy

S/S \\*NIACT\\*\\
Havana, Cuba[^a2]

Soviet missiles[^a1]

## On the whole cable

-   (A. Reader, 2026-01-01)

    All of it

## Annotations whose words are lost

-   “” (A. Reader, 2026-01-01)

    *Lost:* Its words were deleted.

[^a1]: “Cuba … missiles” **Persons › Castro\\_1** (A. Reader, 2026-01-01)

    See \\[^1].

    - one
    - two

[^a2]: “Havana, Cuba” (original) (A. Reader, 2026-01-01) rejected by B. Judge, 2026-02-03

    *quotes* “Cuba … missiles”

    *quotes* an annotation on the whole cable

    *quotes* an annotation of another cable
`);
});

it('says what it leaves out', () => {
  const kinds = markdown.losses(record, frame, options).map(({ kind, what }) => `${kind}: ${what}`);
  expect(kinds).toEqual([
    'original: Telegram From the Embassy: 0 changes, 0 emendations, 0 revisions',
    'blanks: Telegram From the Embassy: its lines',
    'extent: “Cuba … missiles”',
    'passages: “Cuba … missiles”',
    'extent: “Havana, Cuba”',
    'original-side: “Havana, Cuba”',
    'relation: “Havana, Cuba”',
    'relation: “Havana, Cuba”',
    'relation: “Havana, Cuba”',
  ]);
});

it('writes a seed with its heading, its metadata and its notes', () => {
  const url = new URL('../../seeds/001_6db84158b3e08867.txt', import.meta.url);
  const text = readFileSync(url, 'utf8');
  const { changes, structure, metadata } = clean(text);
  const seed = testRecord(text, {
    changes: changes.map(undecided),
    structure: [...structure],
    metadata: [...metadata],
  });
  const file = written(seed);
  expect(file).toContain('\n# 171. Circular Telegram From the Department of State');
  expect(file).toContain('\nnumber: "171"\n');
  expect(file).not.toContain('# Telegram From the Embassy');
  for (const label of ['n1', 'n2', 'n3', 'n4']) expect(file.split(`[^${label}]`)).toHaveLength(3);
  expect(file).toContain('[^n1]: Source: Department of State');
});
