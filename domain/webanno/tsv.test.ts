import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import type { CableRecord } from '../exchange/record.ts';
import { byId, toldBy, toldIn } from '../testing/coming.ts';
import { newId } from '../testing/emendations.ts';
import {
  annotatedRecords,
  difficultText,
  testAnnotation,
  testFrame,
  testRecord,
  testTag,
  testTarget,
  textsOf,
} from '../testing/exported.ts';
import { escapedText, escapedValue, partedAt, unescapedText, unescapedValue } from './escaping.ts';
import { isTsv, readTsv } from './read.ts';
import { sentencesOf } from './units.ts';
import { tsv } from './write.ts';

const options = { offsets: 'code-points' } as const;
const above = testTag({ name: 'A; b › c' });
const below = testTag({ name: String.raw`back\slash;`, parentId: above.id });
const type = { id: newId(), name: 'quotes', reverse: 'is quoted by', description: '' };
const frame = testFrame({ tags: [below, above], relationTypes: [type] });

/** The files of a cable by their names. */
function written(record: CableRecord): Map<string, string> {
  const pieces = tsv.write(frame, options).cable(record, 'name');
  return new Map(pieces.map(({ path, content }) => [path, String(content)]));
}

it('annotations of any overlap come back from the file of their side as they left', () => {
  fc.assert(
    fc.property(annotatedRecords([below, above]), (record) => {
      const files = written(record);
      for (const side of ['original', 'transcription'] as const) {
        const file = files.get(`name.${side}.tsv`);
        if (file === undefined) {
          expect(textsOf(record)[side]).toBe('');
          continue;
        }
        expect(isTsv(file)).toBe(true);
        const coming = readTsv(file);
        const onSide = toldIn(record).flatMap((one) => {
          const places = one.places.filter((place) => place.startsWith(side));
          return places.length === 0 ? [] : [{ ...one, places }];
        });
        expect(byId(toldBy(coming))).toEqual(byId(onSide));
        for (const { id, partial, source } of coming.annotations) {
          const whole = record.annotations.find((each) => each.id === id);
          expect(partial ?? false).toBe(whole?.targets.some((target) => target.side !== side));
          expect(source.cableId).toBe(record.cable.summary.id);
        }
        expect(coming.losses).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

it('a text comes back from its sentences as it is, but for a line end behind it', () => {
  const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 });
  fc.assert(
    fc.property(difficultText, ranges, (text, some) => {
      const inText = some
        .map(([a, b]) => ({
          from: Math.min(a, b, text.length),
          to: Math.min(Math.max(a, b), text.length),
        }))
        .filter(({ from, to }) => from < to);
      const sentences = sentencesOf(text, inText);
      let read = '';
      for (const { text: own, units } of sentences) {
        const begin = units[0]?.from ?? 0;
        if (read.length > begin) read = read.slice(0, -1);
        read = `${read.padEnd(begin)}${own}\n`;
      }
      const endless = (one: string) => one.replace(/\n$/u, '');
      if (sentences.length > 0) expect([text, endless(text)]).toContain(endless(read));
      else expect(text.trim()).toBe('');
      for (const { from, to } of inText) {
        const units = sentences.flatMap((sentence) => sentence.units);
        expect(units.some((unit) => unit.from === from)).toBe(true);
        expect(units.some((unit) => unit.to === to)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

it('values and texts come back from their escaped forms', () => {
  const signs = fc
    .array(fc.constantFrom(...'\\[]|_->;\t\n*a\f\b\u0001tnfrb'.split('')), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(signs, signs, (one, other) => {
      expect(unescapedValue(escapedValue(one))).toBe(one);
      expect(unescapedText(escapedText(one), 3)).toBe(one);
      const joined = [one, other].map(escapedValue).join('|');
      expect(partedAt(joined, '|').map(unescapedValue)).toEqual([one, other]);
    }),
  );
});

it.each([
  ['value', 'a|b_c->d [1]*', String.raw`a\|b\_c\->d \[1\]\*`],
  ['text', 'a\t\\ \f', String.raw`a\t\\ \f`],
])('escapes a %s as the format says', (kind, plain, escaped) => {
  expect(kind === 'value' ? escapedValue(plain) : escapedText(plain)).toBe(escaped);
});

const bare = testRecord('Soviet missiles in Cuba. 😀!\n\nNIACT');
const on = (from: number, to: number) => testTarget(bare, 'transcription', from, to);
const annotation = (some: Partial<Annotation>) => testAnnotation(bare, { creator: '', ...some });

it('writes passages with numbers, parts of words as lines of their own, chains and relations', () => {
  const one = annotation({ targets: [on(0, 15), on(19, 23)], note: 'Why?' });
  const two = annotation({ targets: [on(2, 16)], tagIds: [above.id] });
  const relation = {
    ...{ id: newId(), typeId: type.id, from: two.id, to: one.id, note: '', creator: 'A' },
    created: '2026-01-01T00:00:00.000Z',
  };
  const file = written({ ...bare, annotations: [one, two], relations: [relation] }).get(
    'name.transcription.tsv',
  );
  const id = bare.cable.summary.id;
  const time = '2026-01-01T00:00:00.000Z';
  const tagged = String.raw`A\\\; b \\› c`;
  const tagIds = `${above.id} ${tagged}`;
  expect(file?.split('\n')).toEqual([
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=webanno.custom.CablewrightAnnotation|annotationId|passage|passages|tags|tagIds|note|created|modified',
    '#T_RL=webanno.custom.CablewrightNextPassage|BT_webanno.custom.CablewrightAnnotation',
    '#T_RL=webanno.custom.CablewrightRelation|relationId|typeId|label|reverse|creator|created|BT_webanno.custom.CablewrightAnnotation',
    '',
    '',
    `#Sentence.id=transcription-${id}-1`,
    '#Text=Soviet missiles in Cuba. ',
    `1-1\t0-6\tSoviet\t${[one.id, '1', '2', '*', '*', 'Why?', time, time].map((value) => `${value}[1]`).join('\t')}\t_\t${[relation.id, type.id, 'quotes', 'is quoted by', 'A', time, '1-1.1[3_1]'].join('\t')}\t`,
    `1-1.1\t2-6\tviet\t${[two.id, '1', '1', tagged, tagIds, '*', time, time].map((value) => `${value}[3]`).join('\t')}\t${'_\t'.repeat(8)}`,
    `1-2\t7-15\tmissiles\t${['*', '*', '*', '*', '*', '*', '*', '*'].map((value, at) => `${value}[1]|${at === 3 ? tagged : '*'}[3]`).join('\t')}\t${'_\t'.repeat(8)}`,
    `1-3\t15-16\t \t${['*', '*', '*', tagged, '*', '*', '*', '*'].map((value) => `${value}[3]`).join('\t')}\t${'_\t'.repeat(8)}`,
    `1-4\t16-18\tin\t${'_\t'.repeat(16)}`,
    `1-5\t19-23\tCuba\t${[one.id, '2', '2', '*', '*', '*', '*', '*'].map((value) => `${value}[2]`).join('\t')}\t1-1[1_2]\t${'_\t'.repeat(7)}`,
    `1-6\t23-24\t.\t${'_\t'.repeat(16)}`,
    '',
    `#Sentence.id=transcription-${id}-2`,
    '#Text=😀!',
    '#Text=',
    `2-1\t25-27\t😀\t${'_\t'.repeat(16)}`,
    `2-2\t27-28\t!\t${'_\t'.repeat(16)}`,
    '',
    `#Sentence.id=transcription-${id}-3`,
    '#Text=NIACT',
    `3-1\t30-35\tNIACT\t${'_\t'.repeat(16)}`,
    '',
  ]);
  const coming = readTsv(file ?? '');
  expect(coming.relations).toMatchObject([
    { id: relation.id, from: two.id, to: one.id, type: 'quotes' },
  ]);
});

it('says what it leaves out', () => {
  const original = testTarget(bare, 'original', 0, 6);
  const both = annotation({ targets: [on(0, 6), original], note: 'a\r\nb' });
  const half = annotation({ targets: [on(0, 6), { ...on(7, 7), lost: 'Deleted.' }] });
  const whole = annotation({ tagIds: [above.id] });
  const relation = (from: string, to: string) => ({
    ...{ id: newId(), typeId: type.id, from, to, note: '', creator: 'A' },
    created: '2026-01-01T00:00:00.000Z',
  });
  const relations = [
    relation(both.id, half.id),
    relation(both.id, whole.id),
    relation(newId(), half.id),
  ];
  const record = { ...bare, annotations: [both, half, whole], relations };
  const losses = tsv.losses(record, frame, options);
  expect(losses.map(({ kind, annotationId }) => [kind, annotationId])).toEqual([
    ['apparatus', null],
    ['tags', null],
    ['both-sides', both.id],
    ['line-ends', both.id],
    ['lost-passage', half.id],
    ['no-place', whole.id],
    ['relation', both.id],
    ['relation', half.id],
  ]);
  const coming = readTsv(written(record).get('name.transcription.tsv') ?? '');
  expect(coming.annotations.map(({ id, note, partial }) => [id, note, partial])).toEqual([
    [both.id, 'a\nb', true],
    [half.id, '', true],
  ]);
  expect(coming.relations).toHaveLength(1);
});

/** What the annotations and relations of a file say, a line each. */
function told(lines: readonly string[]) {
  const { annotations, relations, losses } = readTsv(lines.join('\n'));
  const words = new Map(annotations.map(({ key, targets }) => [key, targets[0]?.quote?.exact]));
  return [
    ...annotations.map(
      ({ key, tags, note }) =>
        `${words.get(key)}: ${tags.map(({ path, name }) => [...path, name].join(' › ')).join()}${note === '' ? '' : ` (${note})`}`,
    ),
    ...relations.map(({ from, to, type: name }) => `${words.get(from)} –${name}→ ${words.get(to)}`),
    ...losses.map(({ kind, what }) => `${kind}: ${what}`),
  ];
}

it.each([
  [
    'stacked annotations, and parts of words',
    [
      '#FORMAT=WebAnno TSV 3.2',
      '#T_SP=webanno.custom.Span|value|kind',
      '',
      '',
      '#Text=Soviet ships',
      '1-1\t0-6\tSoviet\tA\\|b[1]|*[2]\tx[1]|y[2]\t',
      '1-1.1\t3-6\tiet\tC\t*\t',
      '1-2\t7-12\tships\tA\\|b[1]\tx[1]\t',
    ],
    ['Soviet ships: Span › A|b (kind: x)', 'Soviet: Span › y', 'iet: Span › C'],
  ],
  [
    'relations between ambiguous annotations',
    [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=x.ner.NamedEntity|value',
      '#T_RL=webanno.custom.Sees|label|BT_x.ner.NamedEntity',
      '',
      '',
      '#Sentence.id=s1',
      '#Text=Castro sees Cuba',
      '1-1\t0-6\tCastro\tPER\t_\t_\t',
      '1-2\t7-11\tsees\t_\t_\t_\t',
      '1-3\t12-16\tCuba\tLOC[1]|GPE[2]\tsees\t1-1[0_2]\t',
    ],
    [
      'Castro: NamedEntity › PER',
      'Cuba: NamedEntity › LOC',
      'Cuba: NamedEntity › GPE',
      'Castro –sees→ Cuba',
    ],
  ],
  [
    'slots',
    [
      '#FORMAT=WebAnno TSV 3.1',
      '#T_SP=x.Frame|FE|ROLE_x.Frame:Roles_x.FrameRolesLink|x.Lu',
      '#T_SP=x.Lu|value',
      '',
      '',
      String.raw`#Text=Fidel sold the caf\u00e9`,
      '1-1\t0-5\tFidel\t_\t_\t_\tfidel\t',
      '1-2\t6-10\tsold\ttrade\tseller;goods\t1-1;1-3[4]\t_\t',
      '1-3\t11-14\tthe\t_\t_\t_\tcafe[4]\t',
      '1-4\t15-19\tcafé\t_\t_\t_\tcafe[4]\t',
    ],
    [
      'Fidel: Lu › fidel',
      'sold: Frame › trade',
      'the café: Lu › cafe',
      'sold –seller→ Fidel',
      'sold –goods→ the café',
    ],
  ],
  [
    'chains',
    [
      '#FORMAT=WebAnno TSV 3.3',
      // The order of the two columns is not fixed.
      '#T_CH=x.PlaceLink|referenceRelation|referenceType',
      '#T_CH=x.CoreferenceLink|referenceType|referenceRelation',
      '',
      '',
      '#Text=He saw the man himself',
      '1-1\t0-2\tHe\t_\t_\tpr[1]\tcoref->1-1\t',
      '1-2\t3-6\tsaw\tis->2-1\ta[2]\t_\t_\t',
      '1-3\t7-10\tthe\t_\t_\tnp[1]\t*->1-2\t',
      '1-4\t11-14\tman\t_\t_\tnp[1]\t*->1-2\t',
      '1-5\t15-22\thimself\t_\t_\tpr[1]\t*->1-3\t',
    ],
    [
      'He: CoreferenceLink › pr (referenceRelation: coref)',
      'saw: PlaceLink › a (referenceRelation: is)',
      'the man: CoreferenceLink › np',
      'himself: CoreferenceLink › pr',
      'He –coref→ the man',
      'the man –next→ himself',
    ],
  ],
  [
    'layers without features, and parts of speech, which are not taken',
    [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue',
      '#T_SP=webanno.custom.Mark|',
      '#T_RL=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency|DependencyType|BT_de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS',
      '',
      '',
      '#Text= 😀 Cuba',
      '#Text=!',
      '1-1\t0-3\t 😀\tSYM\t*\tdep\t1-2\t',
      '1-2\t4-8\tCuba\tNNP\t_\t_\t_\t',
      '1-3\t9-10\t!\t_\t*\t_\t_\t',
    ],
    [
      ' 😀: Mark',
      '!: Mark',
      'machinery: de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS: 2',
    ],
  ],
])('reads what others have annotated: %s', (_, lines, expected) => {
  expect(told(lines)).toEqual(expected);
});

it('tells what stands outside its text', () => {
  const lines = [
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=x.Mark|value',
    '',
    '',
    '#Text=abc',
    '1-1\t0-9\tabc\tA\t',
  ];
  expect(told(lines)).toEqual(['outside: Mark, 0–9']);
});

it.each([
  ['another format', '#FORMAT=WebAnno TSV 2.0\n', 'is not WebAnno TSV 3'],
  ['a broken line', '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=a\n1-1\t0\ta\n', 'in line 5'],
  [
    'a sentence far off',
    '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=abc\n1-1\t9999999999-9999999999\tabc\n',
    'line 5: a sentence begins at 9999999999',
  ],
  [
    'sentences over one another',
    '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=abc\n1-1\t0-3\tabc\n\n#Text=d\n2-1\t1-2\td\n',
    'line 8: a sentence begins at 1',
  ],
])('refuses %s', (_, text, what) => {
  expect(() => readTsv(text)).toThrow(what);
});
