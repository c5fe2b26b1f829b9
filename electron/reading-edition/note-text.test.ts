import { expect, test } from 'vitest';
import {
  HOSTILE_NOTES,
  NOTE_ATTRIBUTES,
  NOTE_ELEMENTS,
} from '../../domain/testing/hostile-notes.ts';
import { pageIn } from '../testing/page.ts';
import { noteText } from './note-text.ts';

const ID = '0191e7a0-0000-7000-8000-000000000001';

/** A note as the page has it; what is asked for lies at `#there`, but for cables. */
function text(note: string): string {
  return noteText(note, ({ what }) => (what === 'annotation' ? '#there' : null));
}

test.for([
  ['*Compare* **153**.', '<p><em>Compare</em> <strong>153</strong>.</p>'],
  ['<b>raw</b> & <script>', '<p>&lt;b&gt;raw&lt;/b&gt; &amp; &lt;script&gt;</p>'],
  [`[other](annotation:${ID})`, '<p><a href="#there">other</a></p>'],
  [`[it](cable:${ID})`, '<p>it <span class="elsewhere">(elsewhere in the library)</span></p>'],
  ['[web](https://x.org/?a=1&b=2)', '<p><a href="https://x.org/?a=1&amp;b=2">web</a></p>'],
  ['[bad](javascript:alert(1))', '<p>bad <span class="elsewhere">(javascript:alert(1))</span></p>'],
  ['<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
  [
    '![a "map"](http://x.org/m.png "t")',
    '<p>a &quot;map&quot; <span class="elsewhere">(http://x.org/m.png)</span></p>',
  ],
  ['`<a href="x">`', '<p><code>&lt;a href=&quot;x&quot;&gt;</code></p>'],
] as const)('%s', ([note, html]) => {
  expect(text(note)).toBe(html);
});

test.for(HOSTILE_NOTES)('nothing but words and links into the web comes of %j', (note) => {
  const body = pageIn(`<body>${text(note)}</body>`).querySelector('body');
  const all = [...(body?.querySelectorAll('*') ?? [])];
  expect(all.map(({ localName }) => localName).filter((name) => !NOTE_ELEMENTS.has(name))).toEqual(
    [],
  );
  for (const one of all) {
    const said = [...one.attributes].map(({ name }) => name);
    expect(said.filter((name) => !NOTE_ATTRIBUTES.has(name))).toEqual([]);
    const href = one.getAttribute('href');
    if (href !== null) expect(href).toMatch(/^(?:https?|mailto):/iu);
  }
});
