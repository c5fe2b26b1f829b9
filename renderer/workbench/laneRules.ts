/** How many lanes are drawn wide, with room for every pattern of line; deeper ones are drawn closer. */
const WIDE = 8;

/** How far one line lies below the next, in pixels: of the wide lanes and of the others. */
const STEP = { wide: 4, close: 3 };

/** Up to which lane there is room under the words without the line of text becoming higher. */
export const ROOM = 2;

/** How far below the words the line in a lane is drawn, in pixels. */
export function depthOf(lane: number): number {
  return Math.min(lane, WIDE) * STEP.wide + Math.max(0, lane - WIDE) * STEP.close;
}

/** How far a line of text reaches below the letters' feet for the line in a lane to have its room, in pixels. */
function footOf(lane: number): number {
  return depthOf(lane) + 7;
}

/** A style sheet of the page that is written by the program: its policy allows no style in the marks themselves. */
let sheet: CSSStyleSheet | null = null;

/** How many lanes have their rules already. */
let ready = 0;

/** The class of a highlight in a lane, whose rules are made when the lane is first used. There is no last lane. */
export function laneClass(lane: number): string {
  while (ready <= lane) write(ready++);
  return `lane-${lane}${lane < WIDE ? '' : ' close'}`;
}

/** The class of words under which there must be room for the lines down to a lane. */
export function strutClass(lane: number): string {
  return `strut strut-${lane}`;
}

function write(lane: number): void {
  // Highlights are made in tests, too, where there is no page.
  if (typeof CSSStyleSheet === 'undefined') return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  const foot = footOf(lane);
  sheet.insertRule(`.lane-${lane} { padding-bottom: ${depthOf(lane)}px; }`);
  sheet.insertRule(
    `.strut-${lane}::after { line-height: ${foot}px; vertical-align: ${-foot / 2}px; }`,
  );
}
