import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from '../../change/decision.ts';
import type { CableRecord, LibraryFrame } from '../../exchange/record.ts';
import { anyRecord, anyTags, frameWith } from '../../testing/records.ts';
import { transcribe } from '../../transcription/transcription.ts';
import { type Element, isElement, treeOf } from '../tree.ts';
import { tei } from '../writing/tei.ts';
import { readVocabulary } from './header.ts';
import { readReturned } from './returning.ts';
import { scanned } from './scan.ts';

/** How often chance is asked; a long run has more. */
const RUNS = 50;

const encode = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  sha256: 'e'.repeat(64),
});

/** The files that an export of some cables gives, by their names. */
function exported(records: readonly CableRecord[], frame: LibraryFrame): Map<string, string> {
  const running = tei.write(frame, { offsets: 'code-points' });
  const pieces = [
    ...running.begin(),
    ...records.flatMap((record, index) => running.cable(record, `cable ${index}`)),
    ...running.end(),
  ];
  const files = new Map<string, string>();
  for (const { path, content } of pieces)
    files.set(path, (files.get(path) ?? '') + String(content));
  return files;
}

/** All documents of a file. */
function read(xml: string) {
  const scan = scanned(xml);
  const elementAt = ({ from, to }: { from: number; to: number }): Element => {
    const element = treeOf(xml, from, to).children.find(isElement);
    if (!element) throw new Error('no element');
    return element;
  };
  const vocabulary = readVocabulary(xml, (scan?.headers ?? []).map(elementAt));
  return (scan?.documents ?? []).map((range) => readReturned(xml, elementAt(range), vocabulary));
}

/** What must come back of a cable. */
function wanted({ cable, annotations, relations, origins, bytes }: CableRecord) {
  const { byteLength: _, ...original } = cable.original;
  const { state, author, time } = cable.summary.review;
  return {
    ...{ cableId: cable.summary.id, original, version: cable.version },
    ...{ changes: cable.changes, structure: cable.structure, metadata: cable.metadata },
    ...{ fieldEmendations: cable.fieldEmendations, emendations: cable.emendations },
    vouch: author === null || time === null ? null : { state, author, time },
    ...{ edition: cable.edition, annotations, relations, origins: [...origins] },
    ...{ warnings: [], bytes: [...bytes] },
  };
}

function came(document: ReturnType<typeof readReturned>) {
  if (!document) return null;
  const { tags: _tags, relationTypes: _types, ...returned } = document.returned;
  return { ...returned, bytes: [...document.bytes] };
}

test('every cable comes back as it was, whatever was done to it: from its own file and from the corpus', () => {
  fc.assert(
    fc.property(
      anyTags.chain((tags) =>
        fc.tuple(fc.constant(tags), anyRecord(tags, encode), anyRecord(tags, encode)),
      ),
      ([tags, ...records]) => {
        const files = exported(records, frameWith(tags));
        const corpus = read(files.get('corpus.xml') ?? '');
        for (const [index, record] of records.entries()) {
          const [own] = read(files.get(`cable ${index}.xml`) ?? '');
          expect(came(own ?? null)).toEqual(wanted(record));
          expect(came(corpus[index] ?? null)).toEqual(wanted(record));
          const used = new Set(record.annotations.flatMap(({ tagIds }) => tagIds));
          const byId = new Map(tags.map((tag) => [tag.id, tag]));
          for (const id of used) {
            expect(own?.returned.tags.find((tag) => tag.id === id)).toEqual(byId.get(id));
            expect(corpus[0]?.returned.tags.find((tag) => tag.id === id)).toEqual(byId.get(id));
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
});

test('whatever somebody does to a file, what is taken over from it fits together', () => {
  const cut = fc.tuple(
    fc.nat(),
    fc.nat(400),
    fc.constantFrom('', 'x', ' ', '</app>', '<p>', '#o1'),
  );
  fc.assert(
    fc.property(
      anyTags.chain((tags) => fc.tuple(fc.constant(tags), anyRecord(tags, encode))),
      fc.array(cut, { minLength: 1, maxLength: 6 }),
      ([tags, record], cuts) => {
        let xml = exported([record], frameWith(tags)).get('cable 0.xml') ?? '';
        for (const [place, length, put] of cuts) {
          // The head of the file stays, so that it is known for ours.
          const from =
            xml.indexOf('<sourceDoc') + (place % (xml.length - xml.indexOf('<sourceDoc')));
          xml = xml.slice(0, from) + put + xml.slice(from + length);
        }
        for (const document of read(xml)) {
          if (!document) continue;
          const { original, changes, emendations, annotations } = document.returned;
          const texts = {
            original: original.text,
            transcription: transcribe(original.text, changes, emendations).text.toString(),
          };
          expect(new Set(changes.map(keyOf)).size).toBe(changes.length);
          for (const { side, from, to, quote, lost } of annotations.flatMap((one) => one.targets)) {
            const words = texts[side].slice(from, to);
            expect(words).toBe(lost === null ? quote.exact : '');
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
});
