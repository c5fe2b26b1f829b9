import { expect, test } from 'vitest';
import { keysPage } from './keys-page.ts';

test('the page of keys has what has a key, in the words of the system, and asks nothing of a network', () => {
  const { html } = keysPage(false);
  expect(html).toContain('<div><dt>Highlight the selection</dt><dd><kbd>Ctrl H</kbd></dd></div>');
  expect(html).toContain('<h2>In the table of cables</h2>');
  // A command without a key is found in the window; on paper it would be a line without use.
  expect(html).not.toContain('Delete the cable</dt>');
  expect(html).not.toMatch(/(?:src|href)=|url\((?!data:)/u);
  expect(keysPage(true).html).toContain('<kbd>⌘H</kbd>');
});
