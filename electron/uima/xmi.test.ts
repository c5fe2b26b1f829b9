import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { CableRecord, LibraryFrame } from '../../domain/exchange/record.ts';
import { byId, toldBy, toldIn } from '../../domain/testing/coming.ts';
import { newId } from '../../domain/testing/emendations.ts';
import {
  annotatedRecords,
  testAnnotation,
  testFrame,
  testRecord,
  testTag,
  testTarget,
} from '../../domain/testing/exported.ts';
import { xmi } from '../../domain/uima/write.ts';
import { isXmi, readXmi } from './read.ts';

const options = { offsets: 'code-points' } as const;
const above = testTag({ name: 'A; b › c' });
const below = testTag({ name: String.raw`back\slash;`, parentId: above.id });
const plainTag = testTag({ name: 'Cuba' });
const type = { id: newId(), name: 'quotes', reverse: 'is quoted by', description: '' };
const same = { id: newId(), name: 'same event', reverse: null, description: '' };
const frame = testFrame({ tags: [below, plainTag, above], relationTypes: [type, same] });

function written(record: CableRecord, of: LibraryFrame = frame): string {
  const [piece] = xmi.write(of, options).cable(record, 'name');
  expect(piece?.path).toBe('name.xmi');
  return String(piece?.content);
}

/** A cable with all that an annotation can be beside standing on words, and with relations between all of them. */
function withAll(record: CableRecord): CableRecord {
  const { annotations } = record;
  const lost = annotations.slice(0, 3).map((one, index) => ({
    ...one,
    id: newId(),
    targets: one.targets.map((target, at) =>
      at < index ? target : { ...target, to: target.from, lost: 'Its words; were “deleted”.' },
    ),
  }));
  const whole = testAnnotation(record, { note: 'On all of it', tagIds: [plainTag.id] });
  const all = [...annotations, ...lost, whole];
  const elsewhere = newId();
  const relations = all.map(({ id }, index) => ({
    ...{ id: newId(), typeId: type.id, from: id, to: all[index + 1]?.id ?? elsewhere },
    ...{ note: `no. ${index}`, creator: 'A', created: '2026-01-01T00:00:00.000Z' },
  }));
  return { ...record, annotations: all, relations, others: new Map([[elsewhere, newId()]]) };
}

it('annotations of any overlap on both sides come back as they left, with their relations', () => {
  fc.assert(
    fc.property(annotatedRecords(frame.tags).map(withAll), (record) => {
      const file = written(record);
      expect(isXmi(file)).toBe(true);
      const coming = readXmi(file);
      expect(byId(toldBy(coming))).toEqual(byId(toldIn(record)));
      expect(coming.annotations.every(({ partial }) => partial === undefined)).toBe(true);
      const named = record.relations.map((one) => ({
        ...one,
        type: 'quotes',
        reverse: 'is quoted by',
      }));
      expect(new Set(coming.relations)).toEqual(new Set(named));
      expect(coming.losses).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

const bare = testRecord('NIACT \f Soviet missiles 😀 in Cuba\r');
const on = (from: number, to: number, side: 'original' | 'transcription' = 'transcription') =>
  testTarget(bare, side, from, to);
const annotation = (some: Partial<Annotation>) => testAnnotation(bare, some);

it('what has no place comes back as well, with relations, verdicts and where it once came from', () => {
  const gaps = annotation({
    targets: [on(24, 26), on(0, 5), on(8, 14, 'original')],
    tagIds: [below.id, plainTag.id],
    verdict: { value: 'merged', by: 'B. Judge', time: '2026-02-01T00:00:00.000Z' },
  });
  const lost = annotation({
    targets: [on(0, 5), { ...on(6, 6), lost: 'Its words were deleted.' }],
    note: 'Lost?',
  });
  const whole = annotation({ note: 'All of it', tagIds: [above.id] });
  const other = annotation({ targets: [on(8, 23)] });
  const elsewhere = newId();
  const relation = (from: string, to: string, typeId = type.id) => ({
    ...{ id: newId(), typeId, from, to, note: 'a\n"b"', creator: 'A' },
    created: '2026-01-01T00:00:00.000Z',
  });
  const relations = [
    relation(other.id, gaps.id),
    relation(whole.id, other.id, same.id),
    relation(gaps.id, elsewhere),
  ];
  const record: CableRecord = {
    ...bare,
    annotations: [gaps, lost, whole, other],
    relations,
    others: new Map([[elsewhere, newId()]]),
    origins: new Map([[whole.id, 'https://hypothes.is/a/1']]),
  };
  const coming = readXmi(written(record));
  expect(byId(toldBy(coming))).toEqual(byId(toldIn(record)));
  const [first] = coming.annotations;
  expect(first?.tags.map(({ path, name }) => [...path, name])).toEqual([
    ['A; b › c', String.raw`back\slash;`],
    ['Cuba'],
  ]);
  expect(coming.annotations.find(({ id }) => id === whole.id)?.iri).toBe('https://hypothes.is/a/1');
  expect(first?.source).toEqual({
    cableId: bare.cable.summary.id,
    sha256: 'a'.repeat(64),
    name: 'Telegram From the Embassy',
  });
  const told = coming.relations.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  expect(told).toEqual(
    relations.map(({ typeId, ...rest }) => ({
      ...rest,
      typeId,
      type: typeId === type.id ? 'quotes' : 'same event',
      reverse: typeId === type.id ? 'is quoted by' : null,
    })),
  );
});

it('a passage whose words are others than it quotes is told by its words, not by its place', () => {
  const moved = annotation({
    targets: [{ ...on(0, 5), quote: { ...on(0, 5).quote, exact: 'NIAGT' } }],
  });
  const [coming] = readXmi(written({ ...bare, annotations: [moved] })).annotations;
  expect(coming?.targets).toMatchObject([{ positions: [], quote: { exact: 'NIAGT' } }]);
});

it('control characters make a file XML 1.1; what no XML can hold keeps its place', () => {
  expect(written(bare)).toMatch(/^<\?xml version="1\.1"/u);
  const record = testRecord('a\0b\uFFFE c');
  const file = written(record);
  expect(file).toMatch(/^<\?xml version="1\.0"/u);
  expect(file).toContain('sofaString="a\uFFFDb\uFFFD c"');
  const whole = annotation({ note: 'All' });
  const kinds = (one: CableRecord) => xmi.losses(one, frame, options).map(({ kind }) => kind);
  expect(kinds(bare)).toEqual(['apparatus', 'xml-1.1']);
  expect(kinds(record)).toEqual(['apparatus', 'no-xml']);
  expect(kinds({ ...record, annotations: [whole] })).toEqual(['apparatus', 'no-xml', 'no-layer']);
  expect(
    kinds({
      ...bare,
      annotations: [annotation({ targets: [on(0, 5, 'original')], tagIds: [plainTag.id] })],
    }),
  ).toEqual(['apparatus', 'xml-1.1', 'tags', 'second-view']);
});

it('passages that somebody chained by hand are one annotation', () => {
  const one = annotation({ targets: [on(0, 5), on(8, 14)], note: 'Both' });
  const file = written({ ...bare, annotations: [one] });
  const nameless = file.replaceAll(/ (?:annotationId|passage|passages)="[^"]*"/gu, '');
  expect(nameless).not.toBe(file);
  const { annotations, relations } = readXmi(nameless);
  expect(
    annotations.map(({ id, note, targets }) => [
      id,
      note,
      targets.map(({ quote }) => quote?.exact),
    ]),
  ).toEqual([[null, 'Both', ['NIACT', 'Soviet']]]);
  expect(relations).toEqual([]);
});

/** As INCEpTION writes it: named entities, a relation, a slot, a chain, a part of speech. */
const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:pos="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore"
 xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type2="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"
 xmlns:type3="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/coref/type.ecore"
 xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
  <cas:NULL xmi:id="0"/>
  <type2:DocumentMetaData xmi:id="1" sofa="2" begin="0" end="16" documentTitle="a.txt" documentId="a.txt"/>
  <pos:POS xmi:id="3" sofa="2" begin="0" end="2" PosValue="PRON"/>
  <type3:NamedEntity xmi:id="4" sofa="2" begin="7" end="11" value="LOC" identifier="http://x/Cuba"/>
  <type3:NamedEntity xmi:id="5" sofa="2" begin="0" end="2" value="PER"/>
  <custom:Sees xmi:id="6" sofa="2" begin="7" end="11" Governor="5" Dependent="4" label="sees"/>
  <custom:Event xmi:id="7" sofa="2" begin="3" end="6" roles="8"><kind>a</kind><kind>b</kind></custom:Event>
  <custom:EventLink xmi:id="8" role="agent" target="5"/>
  <type:CoreferenceLink xmi:id="9" sofa="2" begin="0" end="2" next="10" referenceType="he" referenceRelation="is"/>
  <type:CoreferenceLink xmi:id="10" sofa="2" begin="12" end="15" referenceType="he"/>
  <cas:Sofa xmi:id="2" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="He saw Cuba &#128512;&#10;!"/>
  <cas:View sofa="2" members="1 3 4 5 6 7 9 10"/>
</xmi:XMI>`;

it('reads what others have annotated: values as tags below their layer, and all that leads from one to another', () => {
  const coming = readXmi(FOREIGN);
  const told = coming.annotations.map(({ key, tags, note, targets }) => {
    const [target] = targets;
    return `${key}: ${tags.map(({ path, name }) => [...path, name].join(' › ')).join()} on ${target?.side} “${target?.quote?.exact}” ${note}`;
  });
  expect(told).toEqual([
    'xmi-4: NamedEntity › LOC on null “Cuba” identifier: http://x/Cuba',
    'xmi-5: NamedEntity › PER on null “He” ',
    'xmi-7: Event › a; b on null “saw” ',
    'xmi-9: CoreferenceLink › he on null “He” referenceRelation: is',
    'xmi-10: CoreferenceLink › he on null “😀\n” ',
  ]);
  expect(coming.relations.map(({ from, type: name, to }) => `${from} ${name} ${to}`)).toEqual([
    'xmi-5 sees xmi-4',
    'xmi-7 agent xmi-5',
    'xmi-9 is xmi-10',
  ]);
  expect(coming.annotations[0]?.source).toEqual({ cableId: null, sha256: null, name: 'a.txt' });
  expect(coming.losses).toMatchObject([{ kind: 'machinery' }]);
});

it.each([
  ['no XML', '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"><a>', 'unclosed tag'],
  ['another language', '<TEI/>', 'its outermost element is TEI'],
  ['an entity', `<!DOCTYPE a [<!ENTITY b "c">]>${FOREIGN.slice(38)}`, 'document type'],
  ['no text', '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>', 'has no text'],
])('refuses %s', (_, text, what) => {
  expect(() => readXmi(text)).toThrow(what);
});
