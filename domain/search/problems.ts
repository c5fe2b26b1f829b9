import type { Range } from '../text/range.ts';
import type { QueryProblem } from './query.ts';

/** What cannot be understood in a query that was typed. */
export class Problems {
  readonly told: QueryProblem[] = [];
  readonly #typed: string;

  constructor(typed: string) {
    this.#typed = typed;
  }

  /** Tells a problem. `instead` is what should stand in this place, or the `whole` query as it may be meant. */
  tell(
    { from, to }: Range,
    message: string,
    instead: string | { readonly whole: string } | null,
  ): void {
    const at = { from, to };
    const whole = typeof instead === 'string' ? this.#with(at, instead) : instead?.whole;
    this.told.push({ at, message, instead: whole ?? null });
  }

  /** The query with something else in a place; where that is nothing, with no blank too many. */
  #with({ from, to }: Range, instead: string): string {
    const [before, after] = [this.#typed.slice(0, from), this.#typed.slice(to)];
    if (instead !== '') return before + instead + after;
    const [first, last] = [before.trimEnd(), after.trimStart()];
    const apart = first !== '' && last !== '' && !first.endsWith('(') && !last.startsWith(')');
    return `${first}${apart ? ' ' : ''}${last}`;
  }
}
