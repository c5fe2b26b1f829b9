import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import { wantedAt } from '../../domain/annotation/note-link.ts';
import { chipsOf, withoutChip } from '../../domain/search/chips.ts';
import { withCondition } from '../../domain/search/edit.ts';
import { parseQuery } from '../../domain/search/parse.ts';
import { printQuery } from '../../domain/search/print.ts';
import { quickFinderOf } from '../../domain/search/quick.ts';
import { plainText } from '../../domain/text/markdown.ts';
import { escaped } from '../../electron/reading-edition/html.ts';
import { noteText } from '../../electron/reading-edition/note-text.ts';
import { namesIn, pathText } from '../../electron/vocabulary/path.ts';
import { shallowNotes } from '../../domain/annotation/shallow-note.ts';
import { oneOf } from '../chance.ts';
import { filesIn, said } from '../good.ts';
import { must } from '../judging.ts';
import type { Parser } from '../parser.ts';
import { queryWords, madeQuery } from './queries.ts';

/** Most inputs short, as that is quicker; one of sixteen as long as it may be. */
function shortOf(words: string, usual: number, most: number): string {
  return words.slice(0, words.length % 16 === 0 ? most : usual);
}

const SOME_TEXT =
  'Castro has IL-28s in Cuba. The Secrétary’s bombers stay; no missile bases, NEAR 5.';

/** What is typed to search, as it is read, written again, shown as chips, and looked for in a text. */
export const query: Parser = {
  name: 'query',
  share: 250,
  shape: 'words',
  good: said(
    'bombers tag:Cuba -draft',
    '"missile bases" NEAR/5 cuba',
    '(from:rusk OR to:moscow) AND date:1962-10..1962-11',
    'NEAR(missile bases, 5) ~castro title:"circular telegram"',
    'tag:"Places › Cuba" NOT note:* is:reviewed',
  ),
  words: queryWords,
  make: madeQuery,
  begin: () => (bytes) => {
    const typed = shortOf(bytes.toString('utf8'), 300, 2000);
    const { query: read, problems } = parseQuery(typed);
    for (const { at, message } of problems) {
      must(at.from >= 0 && at.from <= at.to && at.to <= typed.length, 'a problem stands nowhere');
      must(message !== '', 'a problem says nothing');
    }
    const printed = printQuery(read);
    must(
      printQuery(parseQuery(printed).query) === printed,
      'a query is another one when read again',
    );
    const [chip] = chipsOf(typed);
    if (chip) withoutChip(typed, chip);
    withCondition(typed, 'tag', typed.slice(0, 40));
    for (const { from, to } of quickFinderOf(read, 'transcription')(SOME_TEXT))
      must(from < to && to <= SOME_TEXT.length, 'a place stands nowhere');
  },
};

/** The path of a tag in a table of tags. */
export const tagPath: Parser = {
  name: 'tag-path',
  share: 130,
  shape: 'words',
  good: said('Persons › Soviet', 'A > B > C', String.raw`a\›b › c\\`),
  words: ['›', '>', '\\', ' › ', '\\›', '\\\\', 'a', ' ', '\n', '\u00a0'],
  begin: () => (bytes) => {
    const names = namesIn(shortOf(bytes.toString('utf8'), 300, 5000));
    must(
      pathText(namesIn(pathText(names))) === pathText(names),
      'a path is another one when read again',
    );
  },
};

const MARKS = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '```',
    '[',
    '](',
    ')',
    '![',
    '<',
    '>',
    '# ',
    '- ',
    '1. ',
    '> ',
    '\n\n',
    '    ',
    '\\',
    '&amp;',
    '&#0;',
  ],
  ...[
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '[a](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '[b]: x "',
    '---',
    '||',
  ],
  ...[
    '[a](annotation:019a0000-0000-7000-8000-000000000000)',
    '[x](<a b> "t")',
    '<https://e.org/a">',
    '![a](b"c)',
    '[[',
    '\t',
    '\0',
    'data:text/html,x',
  ],
] as const;

/** Everything a page of ours may hold of a note: a tag of another kind would have come from the note itself. */
const OURS =
  /^<\/?(?:p|em|strong|code|pre|blockquote|ul|ol|li|h[1-6]|hr|br|a|span)(?: (?:href|class|start)="[^"<>]*")* ?\/?>$/u;

/** A note in Markdown, for the page of the reading edition and for the window. */
export const note: Parser = {
  name: 'markdown',
  share: 10,
  shape: 'words',
  good: () => [
    ...filesIn('fuzz/fixtures/good/markdown', /\.md$/u)(),
    ...said(
      'They *stay*, see [the other](https://example.org/a?b=1&c "t").\n\n- a\n- b\n\n> `x` ![p](q.png)\n',
    )(),
  ],
  words: MARKS,
  make: (chance) =>
    Array.from({ length: 1 + chance.below(40) }, () =>
      chance.below(3) === 0 ? 'a' : oneOf(chance, MARKS),
    ).join(''),
  begin: () => (bytes, lap) => {
    const words = shortOf(bytes.toString('utf8'), 600, 5000);
    const html = noteText(words, ({ what, id }) => (what === 'cable' ? `${id}.html` : null));
    for (const [tag] of html.matchAll(/<[^>]*>?/gu))
      must(OURS.test(tag), `a note brings ${tag.slice(0, 60)}`);
    must(!/href="(?!https?:|mailto:|[0-9a-f-]{36}\.html")/iu.test(html), 'a note leads elsewhere');
    lap();
    const options = { remarkPlugins: [shallowNotes], urlTransform: (address: string) => address };
    renderToStaticMarkup(createElement(Markdown, options, words));
    lap();
    plainText(words);
    must(!/[<>"]/u.test(escaped(words)), 'words are not escaped');
    wantedAt(words, words.length);
  },
};
