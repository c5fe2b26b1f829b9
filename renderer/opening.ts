/**
 * The first thing that runs in the window: it dresses the page in the theme, so that the lines of the desk are
 * seen (see index.html), and only then has the desk itself read, which takes as long as all the rest of a start.
 */

/** How long the desk waits for the first picture, in milliseconds; a window that nobody sees draws none. */
const PATIENCE = 100;

// What the reader has chosen, the main process has told the system's preference (nativeTheme) before.
const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';

// Not awaited: parts of the desk may stand in the same file as this, and would wait for it.
new Promise<void>((drawn) => {
  requestAnimationFrame(() => setTimeout(drawn));
  setTimeout(drawn, PATIENCE);
})
  .then(() => import('./main.tsx'))
  .catch(reportError);
