import { content, tag } from './xml.ts';

/** What is gathered while a document is written: its people, rules and signs that XML cannot hold, and its anchors. */
export type Scribe = ReturnType<typeof scribe>;

/** Anchors in a text, each by its position in it (UTF-16 code units). */
export type Anchors = ReadonlyMap<number, string>;

/**
 * Writes the parts of one document. `prefix` is put before every name that is the document's own, so
 * that many can stand in one corpus; what has an id of the library is named by that everywhere.
 */
export function scribe(prefix: string) {
  const people = new Map<string, string>();
  const rules = new Map<string, string>();
  const glyphs = new Set<number>();
  const texts = { original: new Map<number, string>(), transcription: new Map<number, string>() };
  /** Anchors within what changes put in, by the change's number. */
  const within = new Map<number, Map<number, string>>();

  const id = (local: string) => `${prefix}${local}`;
  const glyph = (unit: number) => {
    glyphs.add(unit);
    return `#${id(glyphName(unit))}`;
  };
  const words = (text: string) => content(text, glyph);
  const known = (table: Map<string, string>, kind: string, name: string) => {
    const own = table.get(name) ?? id(`${kind}-${table.size + 1}`);
    table.set(name, own);
    return `#${own}`;
  };
  const anchored = (anchors: Map<number, string>, at: number, name: string) => {
    anchors.set(at, id(name));
    return `#${id(name)}`;
  };

  return {
    id,

    /** Words as content of an element. */
    words,

    /** Words with anchors at their places among them; positions begin at `start`. */
    anchoredWords(text: string, start: number, anchors: Anchors): string {
      const places = anchorsIn(anchors, start, start + text.length);
      let written = '';
      let at = 0;
      for (const [place, name] of places) {
        written += words(text.slice(at, place - start)) + tag('anchor', { 'xml:id': name });
        at = place - start;
      }
      return written + words(text.slice(at));
    },

    /** A pointer to a person. */
    person: (name: string) => known(people, 'person', name),

    /** A pointer to a rule of cleaning. */
    rule: (name: string) => known(rules, 'rule', name),

    /** A pointer to a place of a text. */
    at: (side: keyof typeof texts, position: number) =>
      anchored(texts[side], position, `${side === 'original' ? 'o' : 't'}${position}`),

    /** A pointer to a place within what a change puts in; `cleaned` is the place in the cleaned text. */
    atInsert(change: number, offset: number, cleaned: number): string {
      const anchors = within.get(change) ?? new Map<number, string>();
      within.set(change, anchors);
      return anchored(anchors, offset, `k${cleaned}`);
    },

    /** The anchors of a text that have been asked for. */
    anchors: (side: keyof typeof texts): Anchors => texts[side],

    /** The anchors within what a change puts in. */
    anchorsOfInsert: (change: number): Anchors => within.get(change) ?? new Map<number, string>(),

    people: (): ReadonlyMap<string, string> => people,
    rules: (): ReadonlyMap<string, string> => rules,

    /** The signs that XML cannot hold, by the names they were given. */
    glyphs: () => [...glyphs].map((unit) => ({ name: id(glyphName(unit)), unit })),
  };
}

/** `u000c`. */
function glyphName(unit: number): string {
  return `u${unit.toString(16).padStart(4, '0')}`;
}

const sorted = new WeakMap<Anchors, readonly [number, string][]>();

/** The anchors in `[from, to]` in their order. What was sorted once must not grow any more. */
export function anchorsIn(anchors: Anchors, from: number, to: number): readonly [number, string][] {
  const all = sorted.get(anchors) ?? [...anchors].toSorted(([a], [b]) => a - b);
  sorted.set(anchors, all);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.[0] ?? Infinity) >= from) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while ((all[end]?.[0] ?? Infinity) <= to) end += 1;
  return all.slice(low, end);
}
