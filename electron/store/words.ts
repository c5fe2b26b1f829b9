import { foldedText } from '../../domain/alike/fold.ts';

/** The words somebody looks for, folded as the texts are in which they are looked for. */
export function wordsSought(typed: string): string[] {
  return foldedText(typed)
    .text.split(/\s+/u)
    .filter((word) => word !== '');
}
