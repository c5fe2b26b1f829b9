import { Button } from 'react-aria-components';
import type { ConcordanceOrder } from '../../domain/search/result.ts';
import { useConcordance } from './making.ts';
import { ORDERS, orderAfter } from './words.ts';

/** The columns by their names; each puts the lines in order by what stands in it. */
export function OrderHead() {
  return (
    <div className="kwic kwic-head" role="group" aria-label="Order of the lines">
      <Order by="cable" />
      <Order by="left" />
      <span className="kwic-orders">
        <Order by="hit" />
        <Order by="right" />
      </span>
      <span className="kwic-tags label">Tags</span>
    </div>
  );
}

function Order({ by }: { readonly by: ConcordanceOrder['by'] }) {
  const order = useConcordance((desk) => desk.order);
  const { name, words } = ORDERS[by];
  const on = order.by === by;
  const way = order.descending ? 'descending' : 'ascending';
  return (
    <Button
      className={`kwic-order of-${by} label`}
      aria-label={`${name}: ${words}${on ? `, ${way} now` : ''}`}
      aria-pressed={on}
      onPress={() => useConcordance.setState({ order: orderAfter(order, by), active: null })}
    >
      {name}
      <span className="kwic-way" aria-hidden="true">
        {on && (order.descending ? '▼' : '▲')}
      </span>
    </Button>
  );
}
