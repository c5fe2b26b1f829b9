import type { EditorView } from '@codemirror/view';

/**
 * Where a position of the text stands in the whole height of its document, in pixels. Exact where
 * the place is drawn; elsewhere by the share of the line's characters.
 */
export function heightAt(view: EditorView, position: number): number {
  const block = view.lineBlockAt(position);
  const { from, to } = view.viewport;
  if (position >= from && position <= to) {
    const coords = view.coordsAtPos(position, 1);
    if (coords) return coords.top - view.documentTop;
  }
  return block.top + (block.height * (position - block.from)) / Math.max(1, block.length);
}

/** A position of one text answered by a position of the other. */
type MapPosition = (position: number) => number;

/** How far down its pane the line lies by which two panes are held together: 0 at the head of the text, 1 at its foot. */
function share(view: EditorView): number {
  const { scrollTop, scrollHeight, clientHeight } = view.scrollDOM;
  return scrollTop / Math.max(1, scrollHeight - clientHeight);
}

/**
 * Scrolls `follower` so that it shows what `leader` shows. The two are held together at a line that
 * wanders from the top of the panes (at the head of the texts) to the bottom (at their foot), so both
 * texts can be read to either end; between the ends of a paragraph heights are interpolated, so the
 * follower glides instead of jumping from line to line. `toFollower` is the exact map.
 */
export function follow(leader: EditorView, follower: EditorView, toFollower: MapPosition) {
  const lead = share(leader);
  const line = lead * leader.scrollDOM.clientHeight;
  const height = leader.scrollDOM.scrollTop + line - padding(leader);
  const target = answerTo(leader, follower, toFollower, height) + padding(follower);
  const { clientHeight, scrollHeight } = follower.scrollDOM;
  const top = lead <= 0 ? 0 : lead >= 1 ? scrollHeight : target - lead * clientHeight;
  follower.scrollDOM.scrollTop = top;
}

/** The height in the follower that answers to a height in the leader. */
function answerTo(
  leader: EditorView,
  follower: EditorView,
  toFollower: MapPosition,
  height: number,
): number {
  const block = leader.lineBlockAtHeight(height);
  const within = Math.min(1, Math.max(0, (height - block.top) / Math.max(1, block.height)));
  const from = heightAt(follower, toFollower(block.from));
  const next = Math.min(block.to + 1, leader.state.doc.length);
  const to = heightAt(follower, toFollower(next));
  return from + (Math.max(from, to) - from) * within;
}

/** The blank above the text, which is part of the scrolled height but not of the document's. */
function padding(view: EditorView): number {
  return view.documentTop - view.scrollDOM.getBoundingClientRect().top + view.scrollDOM.scrollTop;
}

/** The position of the text at the top of the pane. */
export function placeOf(view: EditorView): number {
  const { top } = view.scrollDOM.getBoundingClientRect();
  const { left } = view.contentDOM.getBoundingClientRect();
  return view.posAtCoords({ x: left, y: top + 1 }, false);
}
