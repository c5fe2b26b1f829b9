import type { CableSummary } from '../../domain/library/cable.ts';
import { count } from '../desk/words.ts';
import { shortDate } from '../metadata/dates.ts';
import { StateChip } from '../review/StateChip.tsx';
import { Snippets } from '../search/Snippets.tsx';
import { useLineAt } from './cablePages.ts';

/**
 * One line of the library's list: number, title, date and signatory, its state, and what waits or has
 * been added; where something is looked for, the passages that show why it was found.
 */
export function CableLine({ index }: { readonly index: number }) {
  const line = useLineAt(index);
  if (!line) return <div className="line-cable line-reading">…</div>;
  const { cable, snippets } = line;
  return (
    <div className="line-cable">
      <span className="line-number">{cable.number ?? figuresOf(cable.telegramNumber)}</span>
      <div className="line-words">
        <span className="line-title">{cable.title}</span>
        <span className="line-facts">
          <span>{factsOf(cable)}</span>
          {(cable.proposals === 0 || cable.review.state !== 'imported') && (
            <StateChip state={cable.review.state} />
          )}
          {cable.proposals > 0 && (
            <span className="chip waiting">{count(cable.proposals, 'proposal')}</span>
          )}
          {cable.annotations > 0 && (
            <span className="chip">{count(cable.annotations, 'annotation')}</span>
          )}
        </span>
        <Snippets snippets={snippets} />
      </div>
    </div>
  );
}

/** The figures of a telegram's number, which fit the margin: "4711" of "ELVA 4711"; null for longer ones, which stand below the title. */
function figuresOf(telegramNumber: string | null): string | null {
  return /(?<!\d)\d{1,4}$/u.exec(telegramNumber ?? '')?.[0] ?? null;
}

/** "23 Apr 1961 · Rusk"; a telegram number that is not in the margin stands in for the signatory. */
function factsOf({ date, signatory, number, telegramNumber }: CableSummary): string {
  const when = date === null ? 'undated' : shortDate(date);
  const who =
    signatory ?? (number === null ? null : telegramNumber && telegramName(telegramNumber));
  return who === null ? when : `${when} · ${who}`;
}

/** "telegram 109"; a number with the name of its series, such as "Secto 21", says enough. */
function telegramName(number: string): string {
  return /^\d/u.test(number) ? `telegram ${number}` : number;
}
