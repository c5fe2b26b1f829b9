import { describe, expect, it } from 'vitest';
import { isWebAnnotations } from '../web-annotation/read.ts';
import { isHypothesis, readHypothesis } from './read.ts';

const URI = 'https://history.state.gov/historicaldocuments/frus1961-63v11/d170';

/** An annotation as the API sends it, with all that it has. */
const row = {
  id: 'LGVKq4E4SKKro2dBBEYZXQ',
  created: '2014-01-12T18:36:15.697572+00:00',
  updated: '2014-01-13T08:00:00.000000+00:00',
  user: 'acct:ar@hypothes.is',
  uri: URI,
  text: 'Why *here*? $x^2$',
  tags: ['Cuba', ' Missiles '],
  group: '__world__',
  permissions: { read: ['group:__world__'], admin: ['acct:ar@hypothes.is'] },
  target: [
    {
      source: URI,
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/div[1]/p[2]',
          startOffset: 3,
          endContainer: '/div[1]/p[2]',
          endOffset: 9,
        },
        { type: 'TextPositionSelector', start: 1203, end: 1209 },
        { type: 'TextQuoteSelector', exact: 'Castro', prefix: 'that ', suffix: ' had' },
      ],
    },
  ],
  document: { title: ['170. Telegram From the Embassy'] },
  links: { html: 'https://hypothes.is/a/LGVKq4E4SKKro2dBBEYZXQ' },
  user_info: { display_name: null },
  flagged: false,
  hidden: false,
};

const reply = (id: string, references: readonly string[], text: string) => ({
  ...row,
  id,
  references,
  text,
  tags: [],
  target: [{ source: URI }],
  user_info: { display_name: 'Žofie' },
});

const kinds = (json: unknown) => readHypothesis(json).losses.map(({ kind }) => kind);

it('reads an annotation with its place, in UTF-16, its tags, note and times', () => {
  const { annotations, relations, losses, format } = readHypothesis({ total: 1, rows: [row] });
  expect({ format, relations, losses }).toEqual({
    format: 'Hypothesis',
    relations: [],
    losses: [],
  });
  expect(annotations).toEqual([
    {
      key: 'https://hypothes.is/a/LGVKq4E4SKKro2dBBEYZXQ',
      id: null,
      iri: 'https://hypothes.is/a/LGVKq4E4SKKro2dBBEYZXQ',
      source: { cableId: null, sha256: null, name: URI },
      targets: [
        {
          side: null,
          quote: { exact: 'Castro', prefix: 'that ', suffix: ' had' },
          positions: [{ from: 1203, to: 1209, unit: 'utf-16' }],
        },
      ],
      tags: ['Cuba', 'Missiles'].map((name) => ({ id: null, iri: null, name, path: [] })),
      note: 'Why *here*? $x^2$',
      creator: 'ar',
      created: '2014-01-12T18:36:15.697Z',
      modified: '2014-01-13T08:00:00.000Z',
    },
  ]);
});

describe('files', () => {
  it.each<[string, unknown]>([
    ['a search', { total: 1, rows: [row] }],
    [
      'an export',
      {
        export_date: '2026-01-01',
        export_userid: 'acct:ar',
        client_version: '1',
        annotations: [row],
      },
    ],
    ['a list', [row]],
    ['one annotation', row],
    ['a search with its replies apart', { rows: [row], replies: [] }],
  ])('may be %s', (_, json) => {
    expect(isHypothesis(json)).toBe(true);
    expect(isWebAnnotations(row)).toBe(false);
    expect(readHypothesis(json).annotations).toHaveLength(1);
  });

  it('may be an export without annotations', () => {
    const json = { export_date: '2026-01-01', export_userid: 'acct:ar', annotations: [] };
    expect(isHypothesis(json)).toBe(true);
    expect(readHypothesis(json)).toMatchObject({ annotations: [], losses: [] });
  });

  it.each([
    null,
    1,
    {},
    [],
    { rows: [] },
    { items: [row] },
    { uri: 'x' },
    { type: 'Annotation', target: 'x', bodyValue: 'x' },
  ])('may be something else: %j', (json) => {
    expect(isHypothesis(json)).toBe(false);
  });

  it('are read where something in them is no annotation', () => {
    expect(readHypothesis({ rows: [5, row, { id: 'x' }] }).annotations).toHaveLength(1);
    expect(kinds({ rows: [5, row, { id: 'x' }] })).toEqual(['no-annotation', 'no-annotation']);
  });
});

describe('replies', () => {
  const thread = [
    reply('two', ['LGVKq4E4SKKro2dBBEYZXQ', 'one'], 'Indeed.'),
    row,
    reply('one', ['LGVKq4E4SKKro2dBBEYZXQ'], 'No.'),
  ];

  it('stand on the words of what they answer, in whatever order they come', () => {
    const { annotations, relations, losses } = readHypothesis({ rows: thread });
    const [root, ...replies] = annotations;
    expect(replies.map(({ note, creator }) => [note, creator])).toEqual([
      ['Indeed.', 'Žofie'],
      ['No.', 'Žofie'],
    ]);
    for (const { targets } of replies) expect(targets).toEqual(root?.targets);
    expect(losses).toEqual([]);
    expect(relations.map(({ from, to, type }) => [from, type, to])).toEqual([
      ['https://hypothes.is/a/two', 'replies to', 'https://hypothes.is/a/one'],
      ['https://hypothes.is/a/one', 'replies to', 'https://hypothes.is/a/LGVKq4E4SKKro2dBBEYZXQ'],
    ]);
  });

  it('are found where a search has them apart', () => {
    const { relations } = readHypothesis({ rows: [row], replies: [thread[2]] });
    expect(relations).toHaveLength(1);
  });

  it('to what the file does not have stand on the whole cable, and are named', () => {
    const coming = readHypothesis([reply('one', ['gone'], 'No.')]);
    expect(coming.annotations[0]).toMatchObject({
      note: 'No.',
      targets: [],
      source: { name: URI },
    });
    expect(coming.relations).toEqual([]);
    expect(coming.losses).toMatchObject([{ kind: 'reply-alone', what: 'No.' }]);
  });
});

describe('what a library does not keep', () => {
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['who may read it', { permissions: { read: ['acct:ar@hypothes.is'] } }, ['private']],
    ['its group', { group: 'abc' }, ['group']],
    ['that it is hidden', { hidden: true }, ['hidden']],
    ['a tag that is too long', { tags: ['x'.repeat(81)] }, ['long-tag']],
    ['nothing', {}, []],
  ])('is named: %s', (_, some, losses) => {
    expect(kinds([{ ...row, ...some }])).toEqual(losses);
  });

  it('leaves the words of a long tag in the note', () => {
    const long = 'x'.repeat(81);
    expect(readHypothesis([{ ...row, tags: [long] }]).annotations[0]?.note).toBe(
      `${row.text}\n\n${long}`,
    );
  });
});

it('takes a page note as one on the whole cable', () => {
  expect(readHypothesis([{ ...row, target: [{ source: URI }] }]).annotations[0]?.targets).toEqual(
    [],
  );
});

it('knows a text of ours by its name', () => {
  const cableId = '019a9f00-0000-7000-8000-000000000001';
  const uri = `urn:x-cablewright:cable:${cableId}:${'a'.repeat(64)}:transcription:2`;
  const target = [{ ...row.target[0], source: uri }];
  const [annotation] = readHypothesis([{ ...row, uri, target }]).annotations;
  expect(annotation?.source).toEqual({ cableId, sha256: 'a'.repeat(64), name: uri });
  expect(annotation?.targets[0]?.side).toBe('transcription');
});

it('takes another export of the same annotation for the same', () => {
  const key = (json: unknown) => readHypothesis(json).annotations[0]?.key;
  expect(key({ rows: [row] })).toBe(key([{ ...row, links: undefined, user_info: undefined }]));
});
