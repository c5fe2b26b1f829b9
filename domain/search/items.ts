import type { Item } from './scan.ts';

type ItemOf<Type extends Item['type']> = Extract<Item, { type: Type }>;

/** What a query is made of, taken one by one. */
export class Items {
  readonly #all: readonly Item[];
  #at = 0;

  constructor(all: readonly Item[]) {
    this.#all = all;
  }

  /** What comes next; null at the end. */
  peek(): Item | null {
    return this.#all[this.#at] ?? null;
  }

  /** Takes what comes next. */
  next(): Item | null {
    const item = this.peek();
    this.#at++;
    return item;
  }

  /** Takes what comes next if it is such. */
  take<Type extends Item['type']>(type: Type): ItemOf<Type> | null {
    const item = this.peek();
    if (item === null || !isOf(item, type)) return null;
    this.#at++;
    return item;
  }

  /** Takes the number that ends a NEAR; a number that is a word of it among others is none. */
  takeNumber(): ItemOf<'bare'> | null {
    const after = this.#all[this.#at + 1];
    const item = this.peek();
    const isLast = !after || after.type === 'close';
    if (item?.type !== 'bare' || !isLast || !/^\d+$/u.test(item.text)) return null;
    this.#at++;
    return item;
  }

  /** How many there are of some types. */
  count(...types: readonly Item['type'][]): number {
    return this.#all.filter(({ type }) => types.includes(type)).length;
  }

  /** The last of all. */
  last(): Item | null {
    return this.#all.at(-1) ?? null;
  }

  /** Passes over all that is left. */
  end(): void {
    this.#at = this.#all.length;
  }
}

function isOf<Type extends Item['type']>(item: Item, type: Type): item is ItemOf<Type> {
  return item.type === type;
}
