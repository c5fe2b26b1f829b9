import type { CableChoice } from '../../domain/library/choice.ts';
import { byDate, type CableOrder } from '../../domain/search/order.ts';
import type { Library } from './library.ts';

/** The ids of the cables somebody has chosen, without those that are deleted; in an order. */
export function chosenCables(
  { discarded, search }: Library,
  choice: CableChoice,
  order: CableOrder = byDate,
): string[] {
  if ('query' in choice) {
    const left = new Set(choice.except);
    return search.idsOf(choice.query, order).filter((id) => !left.has(id));
  }
  if (choice.ids.length === 1) return discarded.keptAmong(choice.ids);
  const named = new Set(choice.ids);
  return search.idsOf('', order).filter((id) => named.has(id));
}
