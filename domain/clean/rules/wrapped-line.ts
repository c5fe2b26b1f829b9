import type { Line } from '../../text/lines.ts';
import { isFull, typedWidth } from '../../text/wrap.ts';
import { endsSentence, opensParagraph, type Seam, seamsOf } from '../paragraphs.ts';
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
    '1. HE WAS SEEN AT THE HOUSE OF HIS BROTHER IN THE CALLE ONCE AND⏎WENT FROM THERE.⏎⏎ANSELM ROQUE, 34, CARPENTER, CALLE ONCE 44, CRUZ ALTA, PORT ELVAN⏎JULIO MONTERO, 51, TEACHER, AVENIDA SUR 3, PORT ELVAN, NORTH SIDE⏎ANA BELTRAN DOE, 29, NURSE, PLAZA MAYOR 12, EL MOLINO, CRUZ ALTA⏎JOSE QUINTERO, 40, LAWYER, CALLE NUEVA 7, CRUZ ALTA, SOUTH SIDE → 1. HE WAS SEEN AT THE HOUSE OF HIS BROTHER IN THE CALLE ONCE AND WENT FROM THERE.⏎⏎ANSELM ROQUE, 34, CARPENTER, CALLE ONCE 44, CRUZ ALTA, PORT ELVAN⏎JULIO MONTERO, 51, TEACHER, AVENIDA SUR 3, PORT ELVAN, NORTH SIDE⏎ANA BELTRAN DOE, 29, NURSE, PLAZA MAYOR 12, EL MOLINO, CRUZ ALTA⏎JOSE QUINTERO, 40, LAWYER, CALLE NUEVA 7, CRUZ ALTA, SOUTH SIDE',
    'O city of the seven stairs and of the silver bells⏎whose children ask their fathers why the bells were sold⏎and why the guards that sleep at night are paid in gold⏎or count beneath the garden walls what no man tells → =',
    'The Embassy needs the following men and cars at once, Sir:⏎JULY 1,200 340 2,050 AND FOR THE YEAR AS A WHOLE 12,300 1,200⏎AUGUST 1,150 310 1,990 AND FOR THE YEAR AS A WHOLE 11,300 1,100 → =',
    'J. Doe⏎Embassy⏎Bonn → =',
    'SUGAR 12⏎RICE 14⏎OIL 3 → =',
  ],
  *find(reading) {
    const { staying, running } = reading;
    const blocks = blocksOf(reading);
    const width = typedWidth(staying.filter((line) => line.index >= running));
    const parted = width !== null && areParted(blocks, width);
    for (const lines of blocks) yield* block(reading, lines, seamsOf(lines, width, parted));
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

/** The stretches of staying lines that stand directly below one another, from the message on. */
function blocksOf(reading: Reading): Line[][] {
  const { staying, running } = reading;
  const blocks: Line[][] = [];
  for (
    let at = staying.findIndex((line) => line.index >= running);
    at >= 0 && at + 1 < staying.length;
  ) {
    const end = endOfBlock(reading, at);
    if (end > at) blocks.push(staying.slice(at, end + 1));
    at = end + 1;
  }
  return blocks;
}

/**
 * Whether paragraphs are parted by blank lines or by numbers alone: no line that ends a sentence and
 * had room left is followed by another.
 */
function areParted(blocks: readonly (readonly Line[])[], width: number): boolean {
  return !blocks.some((lines) =>
    lines.some((line, at) => {
      const next = lines[at + 1];
      if (!next || !endsSentence(line.text) || opensParagraph(next.text)) return false;
      return !isFull(line, next, width);
    }),
  );
}

/**
 * A block of lines that have no blank line between them. Where some of them run on, the block was
 * typed: then its paragraphs are parted by blank lines, so that they stay what they are.
 */
function* block(
  { joined }: Reading,
  lines: readonly Line[],
  seams: readonly Seam[],
): Generator<Finding> {
  const typed = seams.includes('runs-on');
  for (const [at, seam] of seams.entries()) {
    const line = lines[at];
    const next = lines[at + 1];
    if (!line || !next || joined(line.index)) continue;
    if (seam === 'runs-on') yield join(line.index);
    else if (seam === 'may-run-on') yield join(line.index, UNPROVEN);
    else if (!typed) continue;
    else if (endsSentence(line.text) || opensParagraph(next.text) || isBesideJoin(seams, at))
      yield replace(line.to, line.to + 1, '\n\n');
  }
}

const UNPROVEN = {
  certainty: 'likely',
  reason: 'The line is as long as the others, but nothing shows that its sentence goes on.',
} as const;

/** Whether the line above this seam, or the one below it, has become part of a longer one. */
function isBesideJoin(seams: readonly Seam[], at: number): boolean {
  return seams[at - 1] === 'runs-on' || seams[at + 1] === 'runs-on';
}
