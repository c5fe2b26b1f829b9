/**
 * How the pages look: on a screen in the light and in the dark, and on paper. Nothing is told by colour
 * alone: each colour of tags has a pattern of its own.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffdf9; --ink: #221d18; --soft: #6d655b; --faint: #7a7166; --hairline: #ddd5c7;
  --lit: #f3e9d7; --accent: #8a2b22; --found: #f6e3a1; --found-now: #eab54a; --strength: 15%;
  --t-orange: #a85a00; --t-sky: #1b7fb5; --t-green: #00795a; --t-yellow: #8a7400;
  --t-blue: #005a99; --t-vermilion: #c04500; --t-purple: #9c4a7c; --t-grey: #5c5c5c;
  --serif: "Source Serif 4", "Source Serif 4 Variable", Charter, "Iowan Old Style", Cambria, Georgia, serif;
  --typewriter: "Courier Prime", "Courier New", Courier, monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1917; --ink: #e9e2d6; --soft: #a49a8c; --faint: #948a7d; --hairline: #3d3831;
    --lit: #332d24; --accent: #e08a78; --found: #4d4218; --found-now: #7a6113; --strength: 20%;
    --t-orange: #f0a43a; --t-sky: #6ec3ef; --t-green: #3fbf98; --t-yellow: #eadf5a;
    --t-blue: #5da9e0; --t-vermilion: #f0844a; --t-purple: #de9cc4; --t-grey: #b0b0b0;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); scroll-padding-top: 4.2rem; }
body { max-width: 78rem; margin: 0 auto; padding: 0 2.5rem 6rem; font: 400 1.0625rem/1.58 var(--serif); font-variant-numeric: lining-nums; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: .16em; }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.by-ear { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.title { padding: 3.4rem 0 1.6rem; }
.title .library { margin: 0 0 1.5rem; font-size: .875rem; color: var(--soft); }
h1 { margin: 0; max-width: 34em; font-size: 1.75rem; font-weight: 600; line-height: 1.25; text-wrap: balance; }
h1 .number { color: var(--accent); font-weight: 600; font-variant-numeric: oldstyle-nums; margin-right: .1em; }
.title .glance { margin: .6rem 0 0; color: var(--soft); }
h2 { margin: 0 0 .8rem; font-size: 1.1875rem; font-weight: 600; line-height: 1.3; }
h3 { margin: 2rem 0 .5rem; font-size: 1rem; font-weight: 600; }

.bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.4rem; padding: .55rem 0; background: var(--paper); border-bottom: 1px solid var(--hairline); font-size: .875rem; color: var(--soft); }
.bar nav { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; }
.bar nav a { text-decoration: none; }
.bar nav a:hover { color: var(--ink); text-decoration: underline; text-decoration-color: var(--accent); }
.views { display: flex; gap: .9rem; margin: 0 0 0 auto; padding: 0; border: 0; }
.views label { display: inline-flex; align-items: center; gap: .3rem; }
input[type=radio] { accent-color: var(--accent); margin: 0; }
.search { display: flex; align-items: center; gap: .1rem; }
.search input { width: 13rem; padding: .2rem .5rem; border: 1px solid var(--hairline); border-radius: 3px; background: transparent; color: var(--ink); font: inherit; }
.search button { border: 0; padding: .15rem .35rem; background: none; color: inherit; font: inherit; }
.search output { min-width: 5.5em; padding-left: .4rem; }
.search[hidden] { display: none; }

.pair { width: 100%; table-layout: fixed; border-collapse: collapse; }
.pair .narrow { width: 5.4rem; }
.pair th, .pair td { padding: 0; text-align: left; vertical-align: baseline; font-weight: 400; }
.pair thead th { padding: 1.1rem 0 .7rem; font-size: .75rem; font-weight: 500; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); }
.pair td { padding-bottom: .62rem; overflow-wrap: anywhere; }
.pair pre { margin: 0; white-space: pre-wrap; font: 400 .84375rem/1.55 var(--typewriter); }
.pair .gutter { font-size: .71875rem; line-height: 1; padding-left: .9rem; color: var(--soft); }
.pair .gutter a { text-decoration: none; padding: .3rem; }
.pair .gutter a:hover { color: var(--accent); }
.transcription p { margin: 0; white-space: pre-wrap; }
.transcription p.after-blank { margin-top: .62rem; }
.transcription p.heading { font-weight: 600; font-size: 1.125rem; line-height: 1.35; }
.transcription p.signature { letter-spacing: .05em; font-variant-caps: all-small-caps; }
li:target { background: var(--lit); }
tr:target > .original { position: relative; }
tr:target > .original::before { content: ""; position: absolute; left: -.9rem; top: .2rem; bottom: .7rem; width: 2px; background: var(--accent); }
tr:target .gutter a { color: var(--accent); font-weight: 600; }

.left { color: var(--faint); }
.indent { font-size: 25%; }
/* Faint is too faint on a tint. */
mark .left { color: var(--soft); }
.struck { text-decoration: line-through; }
.digit { color: var(--accent); }
.replaced { text-decoration: underline dotted var(--faint) 1px; text-underline-offset: 3px; }
.proposal { text-decoration: underline dotted var(--accent) 2px; text-underline-offset: 4px; }
.emended { color: inherit; text-decoration: underline double var(--accent) 1px; text-underline-offset: 3px; }
.supplied { font-style: italic; color: var(--soft); }
.caret { text-decoration: none; }
.caret::after { content: "\\2038"; color: var(--accent); font-weight: 600; }
.page { position: relative; display: inline-block; width: 2px; height: .8em; margin: 0 .14em; background: var(--accent); vertical-align: -.06em; }
.transcription { position: relative; }
.page::after { content: attr(data-n); position: absolute; }
.transcription .page { position: static; }
.transcription .page::after { left: -3.4rem; width: 3rem; margin-top: -.1em; text-align: right; font-size: .71875rem; line-height: 1.4; color: var(--soft); white-space: nowrap; }
.n-mark, .a-mark { text-decoration: none; user-select: none; }
.n-mark::after { content: attr(data-n); color: var(--accent); font-size: .68em; font-weight: 500; line-height: 0; vertical-align: .45em; padding: 0 .06em; }
.a-mark::after { content: "A" attr(data-n); color: var(--soft); font: 500 .62rem/0 var(--serif); vertical-align: .5em; padding: 0 .15em; letter-spacing: .02em; }
.n-mark:target::after, .a-mark:target::after { background: var(--found-now); color: var(--ink); outline: 2px solid var(--found-now); }
.a-mark:hover::after, .n-mark:hover::after { color: var(--accent); text-decoration: underline; }

.t-none { --t: #b98f78; --pattern: solid; }
.t-orange { --t: var(--t-orange); --pattern: solid; }
.t-sky { --t: var(--t-sky); --pattern: double; }
.t-green { --t: var(--t-green); --pattern: dashed; }
.t-yellow { --t: var(--t-yellow); --pattern: dotted; }
.t-blue { --t: var(--t-blue); --pattern: solid; }
.t-vermilion { --t: var(--t-vermilion); --pattern: dashed; }
.t-purple { --t: var(--t-purple); --pattern: dotted; }
.t-grey { --t: var(--t-grey); --pattern: double; }
mark { color: inherit; background: none; }
.h, .also { --line: 2px; border-bottom: var(--line) var(--pattern) var(--t); }
.h.t-sky, .h.t-grey, .also.t-sky, .also.t-grey { --line: 3px; }
.h { --share: 0; background: color-mix(in srgb, var(--t) calc(var(--strength) * var(--share)), transparent) content-box; }
.h.l0 { --share: 1; } .h.l1 { --share: .6; } .h.l2 { --share: .4; }
.h.rejected, .h.merged { --share: 0; border-bottom-color: color-mix(in srgb, var(--t) 45%, transparent); }
.h.rejected { text-decoration: line-through 1px var(--soft); }

.notes { margin-top: .4rem; padding-top: .7rem; border-top: 1px solid var(--hairline); font-size: .90625rem; line-height: 1.5; }
.alone .notes:first-child { margin-top: 0; }
.notes ol, ol.annotations, ol.apparatus, .signs { list-style: none; margin: 0; padding: 0; }
.notes li { display: grid; grid-template-columns: 1.6rem 1fr; margin-bottom: .3rem; }
.n-back { color: var(--accent); font-size: .8em; text-decoration: none; }

main > section { margin-top: 3rem; padding-top: 1.4rem; border-top: 1px solid var(--hairline); }
.aside { margin: 0 0 .8rem; font-size: .875rem; color: var(--soft); }
ol.annotations { columns: 2; column-gap: 4.4rem; column-rule: 1px solid var(--hairline); }
ol.annotations > li { break-inside: avoid; padding: 0 0 1.1rem; font-size: .9375rem; line-height: 1.5; overflow-wrap: anywhere; }
ol.annotations p { margin: 0; }
.a-number { font-size: .75rem; font-weight: 600; color: var(--accent); margin-right: .35em; letter-spacing: .02em; }
.quoted q { font-style: italic; quotes: none; }
.whole { font-style: italic; color: var(--soft); }
.place { margin-left: .2em; font-size: .8em; color: var(--soft); text-decoration: none; white-space: nowrap; }
a.place:hover { color: var(--accent); text-decoration: underline; }
.tags { display: flex; flex-wrap: wrap; gap: .1rem .9rem; list-style: none; margin: .1rem 0 .2rem; padding: 0; font-size: .84375rem; }
.tags li, .tag { border-bottom: 2px var(--pattern) var(--t); line-height: 1.3; }
.tags .t-sky, .tags .t-grey, .tag.t-sky, .tag.t-grey { border-bottom-width: 3px; }
.note > :first-child { margin-top: .15rem; }
.note p, .note ul, .note ol, .note blockquote, .note pre { margin: .35rem 0; }
.note ul, .note ol, .note blockquote { padding-left: 1.2rem; margin-left: 0; }
.note ul { list-style: disc; }
.note h1, .note h2, .note h3, .note h4, .note h5, .note h6 { font-size: 1em; margin: .4rem 0 .1rem; }
.note pre { white-space: pre-wrap; } .note code, .note pre, .facts code { font-family: var(--typewriter); font-size: .9em; }
.elsewhere, .link, .why { color: var(--soft); font-size: .93em; }
.link { color: var(--ink); }
.loss { color: var(--soft); border-left: 2px solid var(--t-orange); padding-left: .6rem; font-size: .84375rem; }
.signed { color: var(--soft); font-size: .8125rem; }
li.rejected .quoted q { text-decoration: line-through 1px; }

ol.apparatus { columns: 2; column-gap: 4.4rem; column-rule: 1px solid var(--hairline); font-size: .875rem; line-height: 1.5; }
ol.apparatus > li { break-inside: avoid; padding-left: 1.2rem; text-indent: -1.2rem; margin-bottom: .25rem; overflow-wrap: anywhere; }
.apparatus .place { margin: 0 .35em 0 0; }
.bracket { font-weight: 500; }
.lemma { font-weight: 600; }
.context { color: var(--soft); }
.why { font-size: .9em; }
dl { margin: 0; font-size: .9375rem; line-height: 1.5; }
dl.facts { columns: 2; column-gap: 4.4rem; }
dl.facts > div { display: grid; grid-template-columns: 9.5rem 1fr; column-gap: .8rem; break-inside: avoid; margin-bottom: .2rem; }
dl.facts dt { grid-row: span 20; }
dl.facts dd { grid-column: 2; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
dl.rules { display: grid; grid-template-columns: minmax(9.5rem, max-content) 1fr; gap: .15rem 1.4rem; font-size: .875rem; }
.signs { columns: 2; column-gap: 4.4rem; font-size: .875rem; line-height: 1.6; }
.signs li { break-inside: avoid; margin-bottom: .4rem; }
.signs .face { font: .9em var(--typewriter); }
.colophon { margin: 2.6rem 0 0; color: var(--soft); font-size: .8125rem; font-style: italic; }

.list { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.45; }
.list th { padding: 1.1rem 1.2rem .5rem 0; text-align: left; font-size: .75rem; font-weight: 500; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
.list td { padding: .35rem 1.2rem .4rem 0; vertical-align: baseline; border-top: 1px solid var(--hairline); }
.list .of-number { width: 4rem; color: var(--accent); font-variant-numeric: oldstyle-nums; }
.list .of-date { white-space: nowrap; color: var(--soft); }
.list .of-count { text-align: right; padding-right: 0; color: var(--soft); }
.list th.of-count, .list th.of-number { color: var(--soft); }
.list a { text-decoration: none; } .list a:hover { text-decoration: underline; text-decoration-color: var(--accent); }

::highlight(found) { background-color: var(--found); color: var(--ink); }
::highlight(found-now) { background-color: var(--found-now); color: #221d18; }

@media screen {
  body:has(#view-transcription:checked) :is(.pair .original, .pair .alone:not(:last-child)),
  body:has(#view-original:checked) .pair .transcription { display: none; }
  body:has(#view-transcription:checked) .pair { max-width: 44rem; margin: 0 auto; }
  body:has(#view-transcription:checked) .pair col:first-child, body:has(#view-original:checked) .pair col:last-child { display: none; }
}
@media screen and (max-width: 52rem) {
  body { padding: 0 1.1rem 4rem; }
  .title { padding-top: 1.6rem; }
  .bar { position: static; }
  .views { margin: 0; }
  .search input { width: 9rem; }
  .pair, .pair tbody, .pair tr, .pair td { display: block; }
  .pair colgroup, .pair thead { display: none; }
  .pair .gutter { display: block; text-align: left; }
  .pair tr { padding-top: .5rem; border-top: 1px solid var(--hairline); }
  .transcription .page { position: relative; }
  .transcription .page::after { position: static; margin-left: .35em; }
  .transcription .page { width: auto; height: auto; border-left: 2px solid var(--accent); background: none; }
  ol.annotations, ol.apparatus, dl.facts, .signs { columns: 1; }
  dl.facts > div { grid-template-columns: 7rem 1fr; }
}
@media print {
  @page { margin: 17mm 15mm 19mm; }
  html { font-size: 8.6pt; background: none; }
  body { max-width: none; padding: 0; line-height: 1.42; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .bar, .title .library { display: none; }
  .h, .also { --line: 1.5px; }
  .title { padding: 0 0 1rem; }
  .pair .narrow { width: 4.6rem; }
  .pair .gutter { padding-left: .7rem; }
  .pair pre { font-size: .87rem; line-height: 1.4; }
  .pair tbody td, .pair tbody th { vertical-align: top; }
  .pair tbody .original { padding-top: .21rem; }
  .pair tbody .gutter { padding-top: .46rem; }
  .pair thead { display: table-header-group; }
  .pair thead th { padding: .3rem 0 .5rem; }
  .pair tr:has(> td > p.heading) { break-after: avoid; }
  .transcription p { orphans: 2; widows: 2; hyphens: auto; }
  .transcription .page::after { left: -3rem; width: 2.6rem; }
  main > section { margin-top: 1.6rem; padding-top: .9rem; }
  h2, h3 { break-after: avoid; }
  ol.annotations, ol.apparatus, dl.facts, .signs { column-gap: 2.4rem; }
  dl.facts > div { grid-template-columns: 8rem 1fr; }
  li:target { background: none; }
  tr:target > .original::before { content: none; }
  a { text-decoration: none; }
  .emended { text-decoration: underline double var(--accent) 1px; }
  .colophon { margin-top: 1.6rem; }
}
`.trim();

/** How far one line lies below the next, in pixels. */
const STEP = 4;

/** Up to which lane there is room under the words without the line of text becoming higher. */
const ROOM = 1;

/** The rules of the lanes that a page uses, as many as they are: each keeps its line clear of those above it. */
export function laneRules(deepest: number): string {
  return Array.from({ length: deepest + 1 }, (_, lane) => {
    const deep = lane * STEP;
    const below = `.l${lane} { padding-bottom: ${deep}px; }`;
    if (lane <= ROOM) return below;
    const foot = deep + 7;
    return `${below}\n.l${lane}::after { content: ""; font-size: 0; line-height: ${foot}px; vertical-align: ${-foot / 2}px; }`;
  }).join('\n');
}
