/** An object as JSON has it, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What JSON-LD says once or several times, as a list. */
export function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A value that is words; null for any other. */
export function wordsIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What names a thing: the words themselves, or the `id` of an object. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return null;
  return wordsIn(value['id']) ?? wordsIn(value['@id']);
}

/** The words of a value in a language or not, or the first of several. */
export function labelIn(value: unknown): string | null {
  for (const one of listed(value)) {
    if (typeof one === 'string') return one;
    if (isObject(one)) {
      const words = wordsIn(one['@value']) ?? wordsIn(one['value']);
      if (words !== null) return words;
    }
  }
  return null;
}

/** A count from 0 on; null for anything else. */
export function countIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** A time as UTC ISO 8601; null where there is none that can be read. */
export function timeIn(value: unknown): string | null {
  const words = labelIn(value);
  if (words === null || !/^\d{4}-\d{2}-\d{2}/u.test(words)) return null;
  const time = new Date(words);
  return Number.isNaN(time.valueOf()) ? null : time.toISOString();
}

/** The words an object is of by `type`, without the prefix of a vocabulary. */
export function typesOf(node: JsonObject): string[] {
  return [...listed(node['type']), ...listed(node['@type'])].flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/#:]/u, '')] : [],
  );
}
