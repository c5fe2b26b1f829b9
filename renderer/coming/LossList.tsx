import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { LossGroup, LossReport } from '../../domain/exchange/loss.ts';
import { inDigits } from '../desk/words.ts';

/** What of a file does not come, kind by kind; each can be opened to see what is meant. */
export function LossList({
  losses,
  title,
}: {
  readonly losses: LossReport;
  readonly title: string;
}) {
  if (losses.length === 0) return null;
  return (
    <section className="losses" aria-label={title}>
      <h3 className="losses-title">{title}</h3>
      {losses.map((group) => (
        <Kind key={group.kind} group={group} />
      ))}
    </section>
  );
}

function Kind({ group: { sentence, count, named } }: { readonly group: LossGroup }) {
  return (
    <Disclosure className="loss">
      <Heading level={4}>
        <Button slot="trigger" className="loss-kind">
          <span className="loss-sign" aria-hidden="true" />
          <span>{sentence}</span>
          <span className="loss-count">{inDigits(count)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className="loss-named">
          {named.map(({ what }, index) => (
            // What is named is only ever read as a whole, in this order.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{what}</li>
          ))}
          {count > named.length && <li>… and {inDigits(count - named.length)} more.</li>}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
