/**
 * Searching on a page. It is all that needs a script, and its field is not there without one. Letters are
 * found whatever their case and whichever of ’ ' ʼ stands in a word; white space matches white space. What
 * is found is shown without changing the page (CSS Custom Highlight API), else by being selected.
 */
export const SEARCH_SCRIPT = `
(() => {
  'use strict';
  const form = document.querySelector('.search');
  const field = form.querySelector('input');
  const told = form.querySelector('output');
  const main = document.querySelector('main');
  const shows = typeof Highlight === 'function' && CSS.highlights;
  const fold = (words) => words.toLowerCase().replace(/[\\u02bc\\u2018\\u2019]/g, "'").replace(/\\s/g, ' ');
  let parts = null;
  let text = '';
  let found = [];
  let now = -1;

  function read() {
    parts = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => node.parentElement.closest('.by-ear') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    let block = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement.closest('p, pre, li, dt, dd, td, h1, h2, h3');
      // Words of one block never meet those of the next.
      if (own !== block) text += '\\n';
      block = own;
      const folded = fold(node.data);
      // Where folding changes the length, as with a capital I with a dot, letters are taken as they are.
      parts.push({ node, at: text.length });
      text += folded.length === node.data.length ? folded : node.data;
    }
  }

  function placeOf(at, end) {
    let low = 0;
    let high = parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (end ? parts[middle].at < at : parts[middle].at <= at) low = middle;
      else high = middle - 1;
    }
    return [parts[low].node, at - parts[low].at];
  }

  function search() {
    if (!parts) read();
    const words = fold(field.value).trim();
    found = [];
    now = -1;
    for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + words.length)) {
      const range = document.createRange();
      range.setStart(...placeOf(at, false));
      range.setEnd(...placeOf(at + words.length, true));
      if (range.getClientRects().length > 0) found.push(range);
    }
    if (shows) {
      CSS.highlights.set('found', new Highlight(...found.slice(0, 5000)));
      CSS.highlights.delete('found-now');
    }
    told.textContent = !words ? '' : found.length === 0 ? 'not found' : found.length + (found.length === 1 ? ' place' : ' places');
  }

  function go(by) {
    if (found.length === 0) return;
    now = (now + by + found.length) % found.length;
    const range = found[now];
    if (shows) CSS.highlights.set('found-now', new Highlight(range));
    else getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    told.textContent = now + 1 + ' of ' + found.length;
  }

  form.hidden = false;
  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') { field.value = ''; search(); }
    else return;
    event.preventDefault();
  });
  form.addEventListener('click', (event) => {
    const by = event.target.dataset.by;
    if (by) go(now < 0 && by === '-1' ? 0 : Number(by));
  });
  document.querySelector('.views').addEventListener('change', search);
})();
`.trim();

/** Narrowing the list of all cables to those whose lines hold all words. */
export const LIST_SCRIPT = `
(() => {
  'use strict';
  const form = document.querySelector('.search');
  const field = form.querySelector('input');
  const told = form.querySelector('output');
  const lines = [...document.querySelectorAll('.list tbody tr')].map((line) => ({ line, words: line.textContent.toLowerCase() }));
  form.hidden = false;
  field.addEventListener('input', () => {
    const wanted = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let left = 0;
    for (const { line, words } of lines) {
      const fits = wanted.every((word) => words.includes(word));
      line.hidden = !fits;
      if (fits) left += 1;
    }
    told.textContent = wanted.length === 0 ? '' : left + ' of ' + lines.length;
  });
})();
`.trim();
