import type { Ref } from 'react';
import { Button } from 'react-aria-components';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { isOnCable, isUnplaced } from '../../domain/annotation/order.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import { chooseAnnotation, jumpTo } from '../desk/desk.ts';
import { contextAfter, contextBefore } from '../proposals/words.ts';

interface CardWordsProps {
  readonly annotation: Annotation;
  readonly onChoose: (annotation: Annotation) => void;
  readonly ref: Ref<HTMLButtonElement>;
}

/** What an annotation stands on: its words, which can be gone to, or the whole cable. */
export function CardWords({ annotation, onChoose, ref }: CardWordsProps) {
  const { targets } = annotation;
  const quote = targets.map((target) => target.quote.exact).join(' … ');
  const losses = targets.flatMap(({ lost }) => lost ?? []);
  return (
    <>
      <Button
        ref={ref}
        className="annotation-quote"
        onPress={() => onChoose(annotation)}
        aria-label={nameOf(annotation, quote)}
      >
        {isOnCable(annotation) ? 'On the whole cable' : shortened(folded(quote), LONGEST_QUOTE)}
      </Button>
      {targets.length > 1 && <Passages annotation={annotation} />}
      {isUnplaced(annotation) && <OldPlace annotation={annotation} />}
      {[...new Set(losses)].map((loss) => (
        <p key={loss} className="annotation-loss">
          {loss}
        </p>
      ))}
    </>
  );
}

function nameOf(annotation: Annotation, quote: string): string {
  if (isOnCable(annotation)) return 'Go to the annotation on the whole cable';
  return isUnplaced(annotation) ? `Go to where “${quote}” stood` : `Go to “${quote}”`;
}

/** The passages of an annotation that has several, by their numbers. */
function Passages({ annotation }: { readonly annotation: Annotation }) {
  const { id, targets } = annotation;
  const go = ({ side, from, to }: Target) => {
    chooseAnnotation(id);
    jumpTo({ side, from, to });
  };
  return (
    <p className="annotation-passages">
      <span>{targets.length} passages</span>
      {targets.map((target, index) => {
        const number = index + 1;
        const words = shortened(folded(target.quote.exact), LONGEST_QUOTE);
        const lost = target.lost !== null;
        return (
          <Button
            // Passages have no names; they stand in their order.
            // oxlint-disable-next-line react/no-array-index-key
            key={number}
            className="link"
            aria-label={
              lost
                ? `Go to where passage ${number} stood, “${words}”`
                : `Go to passage ${number}, “${words}”`
            }
            onPress={() => go(target)}
          >
            {lost ? <s>{number}</s> : number}
          </Button>
        );
      })}
    </p>
  );
}

/** What stood before and after the words that an annotation has lost. */
function OldPlace({ annotation }: { readonly annotation: Annotation }) {
  const around = annotation.targets.map(
    ({ quote: { prefix, suffix } }) =>
      `${contextBefore(folded(prefix))}[…]${contextAfter(folded(suffix))}`,
  );
  return (
    <p className="annotation-around">
      <span className="by-ear">Stood in: </span>
      {[...new Set(around)].join(' ')}
    </p>
  );
}

/** The longest quote a card shows in full, in UTF-16 code units. */
const LONGEST_QUOTE = 160;

/** White space as a card sets it: as blanks. */
function folded(words: string): string {
  return words.replace(/\s+/gu, ' ');
}
