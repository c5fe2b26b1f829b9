import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  HOSTILE_NOTES,
  NOTE_ATTRIBUTES,
  NOTE_ELEMENTS,
} from '../../domain/testing/hostile-notes.ts';
import { NoteText } from './NoteText.tsx';

function markup(note: string): string {
  const text = createElement(NoteText, { note });
  return renderToStaticMarkup(
    createElement(QueryClientProvider, { client: new QueryClient() }, text),
  );
}

/** A tag, and what is said in it: React writes the signs of words otherwise, so nothing else begins with `<`. */
const TAG = /<\/?([\w-]+)([^>]*)>/gu;

test.for(HOSTILE_NOTES)('nothing but words comes of %j', (note) => {
  const tags = [...markup(note).matchAll(TAG)];
  const names = tags.map(([, name = '']) => name);
  const said = tags.flatMap(([, , rest = '']) =>
    [...rest.matchAll(/([\w-]+)="/gu)].map(([, name = '']) => name),
  );
  expect(names.filter((name) => !NOTE_ELEMENTS.has(name))).toEqual([]);
  // Links within the library are not addresses to the window, and no other leads anywhere.
  expect(said.filter((name) => name === 'href' || !NOTE_ATTRIBUTES.has(name))).toEqual([]);
});

test.for(['> ', '- ', '1. ', '*a **b '])(
  '%j 3,000 times is shown as words from some depth on',
  (sign) => {
    const shown = markup(`${sign.repeat(3000)}end`);
    expect(shown).toContain('end');
    expect(shown.match(/<(?:blockquote|ul|ol|em|strong)>/gu)?.length ?? 0).toBeLessThanOrEqual(40);
  },
);

test('what Markdown means is shown, and an address is told', () => {
  expect(markup('*a* [b](https://x.org/)')).toBe(
    '<p><em>a</em> b <span class="note-address">(https://x.org/)</span></p>',
  );
});
