import type { Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';
import { mark, type Rule } from '../rule.ts';
import { classificationOf } from '../../metadata/classification.ts';

/** A page turned between the foot of one and the head of the next; its number is not known (TEI pb). */
export const unnumberedPage: Rule = {
  name: 'unnumbered-page',
  explanation: 'Between the foot of one page and the head of the next a new page begins.',
  certainty: 'certain',
  examples: ['He was told that⏎⏎SECRET⏎⏎SECRET⏎⏎he may go. → He was told that he may go.'],
  *find(reading) {
    const { heading, running } = reading;
    let run: Line[] = [];
    let text = false;
    for (const line of reading.lines) {
      if (line.start === line.end) continue;
      if (reading.gone(line.index)) run.push(line);
      else {
        const turn = text ? turnIn(reading, run) : null;
        if (turn) yield mark('pageBreak', turn.start, turn.start);
        text = heading === null || line.index >= running;
        run = [];
      }
    }
  },
};

/** The line with which the next page begins: the last banner of a run, if no numbered page stands in it. */
function turnIn({ notes }: Reading, run: readonly Line[]): Line | null {
  if (run.some((line) => line.text.startsWith('[Page ') || line.index === notes?.first))
    return null;
  return (
    run.findLast((line) => line.text.length < 40 && classificationOf(line.text) !== null) ?? null
  );
}
