import type { Change } from '../../domain/change/change.ts';

/** A text by hand, with the proposals on it in reading order. */
export interface Draft {
  readonly text: string;
  readonly changes: readonly Change[];
}

/**
 * The text that is meant by a marked one: `(SECRET )` proposes to take words out, `(colour=color)` to
 * change them, `(+x)` to put something in. The marks are not part of the text.
 */
export function draftOf(marked: string): Draft {
  const changes: Change[] = [];
  let text = '';
  for (const [, plain = '', offer] of marked.matchAll(/([^(]*)(?:\(([^)]*)\))?/gu)) {
    text += plain;
    if (offer === undefined) continue;
    const [words = '', insert = ''] = offer.startsWith('+')
      ? ['', offer.slice(1)]
      : offer.split('=');
    const to = text.length + words.length;
    const rest = { rule: 'r', certainty: 'likely', status: 'proposed', reason: null } as const;
    changes.push({ from: text.length, to, insert, ...rest });
    text += words;
  }
  return { text, changes };
}
