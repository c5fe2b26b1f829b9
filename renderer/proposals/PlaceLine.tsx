import { Button } from 'react-aria-components';
import { folded, shortened, visible } from '../../domain/apparatus/words.ts';
import type { ProposalPlace } from '../../domain/clean/rule-state.ts';
import { closeSheet } from '../desk/SheetFrame.tsx';
import { openAt } from './deciding.ts';
import { usePlaceAt } from './previewPages.ts';
import { contextAfter, contextBefore } from './words.ts';

interface PlaceLineProps {
  readonly rule: string;
  readonly index: number;
}

/** One place of a proposal: its cable, what leaves and what is put in among the words around it, and why. */
export function PlaceLine({ rule, index }: PlaceLineProps) {
  const place = usePlaceAt(rule, index);
  if (!place) return <div className="place place-reading">…</div>;
  const { cableId, title, from, to, before, words, insert, after, reason } = place;
  const fromTheStart = from === before.length;
  return (
    <div className="place">
      <p className="place-cable">
        <Button
          className="link"
          onPress={() => {
            closeSheet();
            openAt(cableId, { from, to, rule });
          }}
        >
          {title}
        </Button>
      </p>
      <p className="place-words">
        <span className="place-context">
          {folded(fromTheStart ? before : contextBefore(before))}
        </span>
        <Deletion words={words} />
        <Insertion words={insert} />
        <span className="place-context">{folded(contextAfter(after))}</span>
      </p>
      {reason !== null && <p className="place-reason">{reason}</p>}
    </div>
  );
}

function Deletion({ words }: Pick<ProposalPlace, 'words'>) {
  if (words === '') return null;
  return (
    <>
      <span className="by-ear">, out: </span>
      <del>{shown(words)}</del>
    </>
  );
}

function Insertion({ words }: Pick<ProposalPlace, 'words'>) {
  if (words === '') return null;
  return (
    <>
      <span className="by-ear">, in: </span>
      <ins>{shown(words)}</ins>
    </>
  );
}

/** Words as an apparatus prints them; white space that is all there is shows as signs. */
function shown(words: string): string {
  return words.trim() === '' ? visible(words) : shortened(folded(words));
}
