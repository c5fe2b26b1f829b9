import type { CleanOptions } from '../../domain/clean/clean.ts';
import type { Cleaning } from '../../domain/clean/cleaning.ts';
import type { Rule } from '../../domain/clean/rule.ts';

/** What a store cleans texts with: the rules in their order, and their work on a text. */
export interface Cleaner {
  readonly rules: readonly Pick<Rule, 'name' | 'explanation' | 'certainty'>[];
  readonly clean: (text: string, options: CleanOptions) => Cleaning;
}
