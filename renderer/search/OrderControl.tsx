import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  ToggleButton,
} from 'react-aria-components';
import { parseQuery } from '../../domain/search/parse.ts';
import { SortColumn, type CableOrder } from '../../domain/search/order.ts';
import { useDesk } from '../desk/desk.ts';
import { byRelevance, hasWords } from './searching.ts';
import { orderTitles } from './words.ts';

/** In which order the cables are listed; by relevance only where there are words to be relevant to. */
export function OrderControl() {
  const order = useDesk((desk) => desk.order);
  const words = useDesk((desk) => hasWords(parseQuery(desk.query).query));
  const choices: CableOrder['by'][] = [
    ...(words ? ['relevance' as const] : []),
    ...SortColumn.options,
  ];
  return (
    <span className="order">
      <Select
        aria-label="Order"
        value={order.by}
        onChange={(key) =>
          put(
            choices.find((by) => by === key),
            order,
          )
        }
      >
        <Button className="quiet order-by">
          <SelectValue />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <ListBox className="menu">
            {choices.map((by) => (
              <ListBoxItem key={by} id={by} textValue={orderTitles[by]}>
                {orderTitles[by]}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
      {order.by !== 'relevance' && (
        <ToggleButton
          className="quiet order-turn"
          aria-label="Descending"
          isSelected={order.descending}
          onChange={(descending) => useDesk.setState({ order: { by: order.by, descending } })}
        >
          {order.descending ? '↓' : '↑'}
        </ToggleButton>
      )}
    </span>
  );
}

/** What there is most or latest of comes first where somebody asks for it; names go by the alphabet. */
const fromTheTop: ReadonlySet<CableOrder['by']> = new Set(['annotations', 'proposals', 'imported']);

function put(by: CableOrder['by'] | undefined, order: CableOrder) {
  if (by === undefined || by === order.by) return;
  useDesk.setState({
    order: by === 'relevance' ? byRelevance : { by, descending: fromTheTop.has(by) },
  });
}
