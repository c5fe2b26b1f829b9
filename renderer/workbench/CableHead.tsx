import { valuesOf } from '../../domain/metadata/effective.ts';
import type { MetadataField } from '../../domain/metadata/metadata.ts';
import { longDate } from '../metadata/dates.ts';
import { ReviewControl } from '../review/ReviewControl.tsx';
import type { Manuscript } from './manuscript.ts';

/** The head of the workbench: the cable's title, and what a reader wants to know of it at a glance, and its state. */
export function CableHead({ manuscript }: { readonly manuscript: Manuscript }) {
  const { summary } = manuscript.cable;
  const first = (field: MetadataField) => valuesOf(manuscript.cable, field)[0];
  const drafter = first('drafter');
  const facts = [
    first('classification'),
    first('precedence'),
    summary.date && longDate(summary.date),
    drafter && `drafted by ${drafter}`,
  ].filter(Boolean);
  return (
    <header className="cable-head">
      <h1>
        {summary.number && <span className="cable-number">{summary.number}</span>}
        {summary.title}
      </h1>
      <p>{facts.join(' · ')}</p>
      <ReviewControl summary={summary} />
    </header>
  );
}
