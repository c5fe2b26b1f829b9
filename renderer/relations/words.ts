import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { shortened } from '../../domain/apparatus/words.ts';

/** How much of an annotation's words a line shows, in UTF-16 code units. */
const LINE = 90;

/** The words of an annotation as a line quotes them; one on the whole cable is named so. */
export function quoteOf({ quote }: Pick<AnnotationSummary, 'quote'>): string {
  return quote === '' ? 'the whole cable' : `“${shortened(quote, LINE)}”`;
}
