import type { Line } from '../../text/lines.ts';
import { typedWidth } from '../../text/wrap.ts';
import { endsSentence, opensParagraph, type Seam, seamOf } from '../paragraphs.ts';
import type { Reading } from '../reading.ts';
import { type Finding, join, replace, type Rule } from '../rule.ts';

/** Line ends that only the typewriter's margin made (TEI lb): the paragraph reads on over them. */
export const wrappedLine: Rule = {
  name: 'wrapped-line',
  explanation: 'The line ended at the margin of the typewriter; the paragraph goes on.',
  certainty: 'certain',
  examples: [
    '1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE⏎CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD⏎AGREED.⏎2. NOTHING MORE IS KNOWN. → 1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD AGREED.⏎⏎2. NOTHING MORE IS KNOWN.',
    'The minister told the delegate that he would⏎not leave. → The minister told the delegate that he would not leave.',
    'The convoys that were seen on the road to the city were these:⏎12 OCT    1400      20 TRUCKS AND 12 MEN ON THE ROAD TO BONN⏎13 OCT    0900      25 TRUCKS AND 14 MEN ON THE ROAD TO BONN → =',
    'J. Doe⏎Embassy⏎Bonn → =',
    'SUGAR 12⏎RICE 14⏎OIL 3 → =',
  ],
  *find(reading) {
    const { staying, running } = reading;
    const from = staying.findIndex((line) => line.index >= running);
    if (from < 0) return;
    const width = typedWidth(staying.slice(from));
    for (let at = from; at + 1 < staying.length;) {
      const end = endOfBlock(reading, at);
      yield* block(reading, staying.slice(at, end + 1), width);
      at = end + 1;
    }
  },
};

/** The last of the staying lines that stand directly below one another from here. */
function endOfBlock({ staying, claimed, bodyEnd }: Reading, at: number): number {
  let end = at;
  for (;;) {
    const line = staying[end];
    const next = staying[end + 1];
    if (!line || !next || next.index !== line.index + 1 || next.start >= bodyEnd) return end;
    if (claimed(line.index) || claimed(next.index)) return end;
    end++;
  }
}

/**
 * A block of lines that have no blank line between them. Where some of them run on, the block was
 * typed: then its paragraphs are parted by blank lines, so that they stay what they are.
 */
function* block(
  { joined }: Reading,
  lines: readonly Line[],
  width: number | null,
): Generator<Finding> {
  const seams = lines.slice(1).map((next, at): Seam => {
    const line = lines[at];
    return line && !joined(line.index) ? seamOf(line, next, width) : 'unknown';
  });
  if (!seams.includes('runs-on')) return;
  for (const [at, seam] of seams.entries()) {
    const line = lines[at];
    const next = lines[at + 1];
    if (!line || !next || joined(line.index)) continue;
    if (seam === 'runs-on') yield join(line.index);
    else if (endsSentence(line.text) || opensParagraph(next.text) || isBesideJoin(seams, at))
      yield replace(line.to, line.to + 1, '\n\n');
  }
}

/** Whether the line above this seam, or the one below it, has become part of a longer one. */
function isBesideJoin(seams: readonly Seam[], at: number): boolean {
  return seams[at - 1] === 'runs-on' || seams[at + 1] === 'runs-on';
}
