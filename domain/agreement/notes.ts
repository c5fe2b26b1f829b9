import type { Annotation } from '../annotation/annotation.ts';

/**
 * The notes of annotations as one (Markdown), each under the name of who wrote it; those that say the
 * same are one under both names. Empty where there are none.
 */
export function joinedNotes(annotations: readonly Pick<Annotation, 'note' | 'creator'>[]): string {
  const writers = new Map<string, Set<string>>();
  for (const { note, creator } of annotations) {
    const words = note.trim();
    if (words !== '') writers.set(words, (writers.get(words) ?? new Set()).add(creator));
  }
  return [...writers]
    .map(([note, names]) => `**${escaped([...names].join(', '))}:**\n\n${note}`)
    .join('\n\n');
}

/** A name in which nothing is taken for Markdown. */
function escaped(name: string): string {
  return name.replace(/[\\`*_[\]<>&]/gu, '\\$&');
}
