import { Button } from 'react-aria-components';
import type { ComingLine as Line, ComingOutcome } from '../../domain/exchange/coming.ts';
import { folded } from '../../domain/apparatus/words.ts';
import { showPlace } from '../places/showing.ts';
import { useComingLine } from './coming.ts';
import { DoubtfulPassages } from './DoubtfulPassages.tsx';
import { fateOf } from './words.ts';

interface ComingLineProps {
  readonly id: string;
  readonly outcome: ComingOutcome | null;
  readonly index: number;
}

/** An annotation of a file: its cable and its words, what it says, and what becomes of it or may become of it. */
export function ComingLine({ id, outcome, index }: ComingLineProps) {
  const line = useComingLine(id, outcome, index);
  if (!line) return <div className="coming-line coming-reading" aria-busy="true" />;
  return (
    <div className={`coming-line ${line.outcome}`}>
      <p className="coming-where">
        <span className="coming-cable">{line.cable ?? 'No cable is named'}</span>
        <span>{fateOf(line)}</span>
      </p>
      {line.doubtful.length === 0 && <Words line={line} />}
      <Said line={line} />
      {line.reason !== '' && <p className="coming-reason">{line.reason}</p>}
      <DoubtfulPassages line={line} />
    </div>
  );
}

/** The words of an annotation; where they have their place, they lead to it. */
function Words({ line: { quote, target, cableId, cable, passages } }: { readonly line: Line }) {
  const words = quote === '' ? 'The whole cable' : folded(quote);
  const more = passages > 1 ? ` and ${passages - 1} more` : '';
  return (
    <p className="coming-words">
      {target && cableId !== null ? (
        <Button
          className="link"
          onPress={() => showPlace({ cableId, title: cable ?? '', ...target })}
        >
          {words}
        </Button>
      ) : (
        words
      )}
      {more}
    </p>
  );
}

/** Tags, note and creator. */
function Said({ line: { tags, note, creator } }: { readonly line: Line }) {
  if (tags.length === 0 && note === '' && creator === '') return null;
  return (
    <p className="coming-said">
      {tags.map((tag) => (
        <span key={tag} className="chip">
          {tag}
        </span>
      ))}
      {note !== '' && <span className="coming-note">{folded(note)}</span>}
      {creator !== '' && <span className="coming-creator">{creator}</span>}
    </p>
  );
}
