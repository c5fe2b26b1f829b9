/** Notes as somebody writes them who wants more than to be read (after the OWASP cheat sheets on XSS). */
export const HOSTILE_NOTES = [
  '<script>globalThis.ran = 1</script>',
  '<img src=x onerror="globalThis.ran = 1">',
  '<svg onload="globalThis.ran = 1"><style>@import "https://x.org/a.css"</style></svg>',
  '<iframe src="https://x.org/"></iframe><object data="https://x.org/"></object><embed src="https://x.org/">',
  '<form action="https://x.org/"><input name="word"><button>Sign in</button></form>',
  '<a href="javascript:globalThis.ran = 1" onclick="globalThis.ran = 1" style="position: fixed">here</a>',
  '<base href="https://x.org/"><meta http-equiv="refresh" content="0;url=https://x.org/"><link rel="stylesheet" href="https://x.org/a.css">',
  '<math><mtext><table><mglyph><style><img src=x onerror="globalThis.ran = 1">',
  '<!--><img src=x onerror="globalThis.ran = 1">-->',
  '[here](javascript:globalThis.ran=1)',
  '[here](JaVaScRiPt:globalThis.ran=1)',
  '[here](\u0001javascript:globalThis.ran=1)',
  '[here](java&#x73;cript:globalThis.ran=1)',
  '[here](java\tscript:globalThis.ran=1)',
  '[here](<javascript:globalThis.ran = 1> "a\\" onclick=\\"globalThis.ran = 1")',
  '[here](data:text/html,<script>globalThis.ran=1</script>)',
  '[here](vbscript:x) [here](file:///etc/passwd) [here](app://cablewright/index.html) [here](//x.org/a)',
  '[here](annotation:javascript:1) [here](cable:../../x) [here](annotation:"><script>)',
  '<javascript:globalThis.ran=1> <data:text/html,x> <file:///etc/passwd>',
  '![x](https://x.org/a.png) ![x](javascript:globalThis.ran=1) ![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x" onerror="globalThis.ran = 1](x "y\\" onerror=\\"globalThis.ran = 1")',
  '[![x](https://x.org/a.png)](javascript:globalThis.ran=1)',
  '[a]: javascript:globalThis.ran=1 "t"\n\n[a] ![a]',
  '`<script>globalThis.ran = 1</script>`\n\n```html"onclick=globalThis.ran=1\n<script>globalThis.ran = 1</script>\n```',
  '&lt;script&gt;globalThis.ran = 1&lt;/script&gt; &#60;img src=x onerror=globalThis.ran=1&#62;',
  '~~~\n</code></pre><script>globalThis.ran = 1</script>\n~~~',
  '> <img src=x onerror="globalThis.ran = 1">\n- <b onmouseover="globalThis.ran = 1">x</b>\n# <u>x</u>',
  'a\0b <scr\0ipt>globalThis.ran = 1</scr\0ipt>',
] as const;

/** What Markdown is made of; nothing else may come of a note. */
export const NOTE_ELEMENTS: ReadonlySet<string> = new Set(
  'p em strong code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 hr br a span'.split(' '),
);

/** And what may be said of these; `start` is the number of a list's first item. */
export const NOTE_ATTRIBUTES: ReadonlySet<string> = new Set(['class', 'href', 'start']);
