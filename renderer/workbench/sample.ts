import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { quoteOf } from '../../domain/annotation/annotation.ts';
import type { Change } from '../../domain/change/change.ts';
import { undecided } from '../../domain/change/decision.ts';
import type { Cable } from '../../domain/library/cable.ts';
import type { Structure } from '../../domain/structure/structure.ts';
import { type Manuscript, manuscriptOf, textOn } from './manuscript.ts';

const id = (last: number) => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const time = '2026-01-01T00:00:00.000Z';

/** What leaves (`~…~`), what is replaced (`{old|new}`), in a notation for tests. */
const pattern = /~([^~]*)~|\{([^|}]*)\|([^}]*)\}/gu;

/**
 * A manuscript for tests, written as one line: `US not ~[Page 864] ~involved` is an original from
 * which `[Page 864] ` has left; `{ʼ|’}` is a character that has been replaced.
 */
export function manuscript(marked: string, structure: readonly Structure[] = []): Manuscript {
  const changes: Change[] = [];
  let text = '';
  let read = 0;
  for (const found of marked.matchAll(pattern)) {
    text += marked.slice(read, found.index);
    const old = found[1] ?? found[2] ?? '';
    const [from, to] = [text.length, text.length + old.length];
    changes.push({
      from,
      to,
      insert: found[3] ?? '',
      rule: 'test',
      certainty: 'certain',
      status: 'accepted',
      reason: null,
    });
    text += old;
    read = found.index + found[0].length;
  }
  text += marked.slice(read);
  return manuscriptOf(cable(text, changes, structure));
}

function cable(text: string, changes: Change[], structure: readonly Structure[]): Cable {
  return {
    summary: {
      id: id(1),
      title: 'Test',
      number: null,
      telegramNumber: null,
      kind: null,
      date: null,
      from: null,
      to: null,
      signatory: null,
      classification: null,
      annotations: 0,
      proposals: 0,
      review: { state: 'cleaned', author: null, time: null },
      imported: '2026-01-02T03:04:05.678Z',
    },
    original: {
      text,
      fileName: 'test.txt',
      sha256: '0'.repeat(64),
      byteLength: text.length,
      encoding: 'utf-8',
      format: 'text',
      importedAt: time,
    },
    changes: changes.map(undecided),
    structure: [...structure],
    metadata: [],
    fieldEmendations: [],
    emendations: [],
    version: 0,
    place: 0,
    edition: null,
  };
}

/** An annotation on the first occurrence of `words` on a side. */
export function annotationOn(page: Manuscript, side: Side, words: string, number = 2): Annotation {
  const text = textOn(page, side).toString();
  const from = text.indexOf(words);
  if (from === -1) throw new Error(`"${words}" does not stand on the ${side}.`);
  const to = from + words.length;
  return {
    id: id(number),
    cableId: page.cable.summary.id,
    targets: [{ side, from, to, version: 0, quote: quoteOf(text, from, to), lost: null }],
    tagIds: [],
    note: '',
    creator: '',
    created: time,
    modified: time,
    verdict: null,
  };
}
