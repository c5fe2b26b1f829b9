import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { LossGroup, LossReport } from '../../domain/exchange/loss.ts';
import { inDigits } from '../desk/words.ts';

type Named = LossGroup['named'][number];

interface LossListProps {
  readonly losses: LossReport;
  readonly title: string;
  /** Leads to what is named, where it is in the library already. */
  readonly onGo?: (named: Named) => void;
}

/** What a format does not bring or cannot say, kind by kind; each can be opened to see what is meant. */
export function LossList({ losses, title, onGo }: LossListProps) {
  if (losses.length === 0) return null;
  return (
    <section className="losses" aria-label={title}>
      <h3 className="losses-title">{title}</h3>
      {losses.map((group) => (
        <Kind key={group.kind} group={group} {...(onGo && { onGo })} />
      ))}
    </section>
  );
}

interface KindProps extends Pick<LossListProps, 'onGo'> {
  readonly group: LossGroup;
}

function Kind({ group: { sentence, count, named }, onGo }: KindProps) {
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
          {named.map((one, index) => (
            // What is named is only ever read as a whole, in this order.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              {onGo && one.cableId !== null ? (
                <Button className="link" onPress={() => onGo(one)}>
                  {one.what}
                </Button>
              ) : (
                one.what
              )}
            </li>
          ))}
          {count > named.length && <li>… and {inDigits(count - named.length)} more.</li>}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
