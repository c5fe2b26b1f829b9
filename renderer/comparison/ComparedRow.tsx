import { folded, shortened, visible } from '../../domain/apparatus/words.ts';
import { inDigits } from '../desk/words.ts';
import type { Piece, Row } from './rows.ts';

interface ComparedRowProps {
  readonly row: Row;
  readonly idOf: (difference: number) => string;
  readonly titles: readonly [string, string];
  readonly beside: boolean;
  readonly total: number;
  readonly active: number;
  readonly onLookAt: (difference: number) => void;
}

/** A paragraph of both texts, beside each other or in one. */
export function ComparedRow(props: ComparedRowProps) {
  const { pieces } = props.row;
  if (!props.beside)
    return (
      <p className="compared-row">
        {pieces.map((piece, index) => (
          <PieceOf key={keyOf(piece, index)} {...props} piece={piece} show="both" />
        ))}
      </p>
    );
  return (
    <div className="compared-row">
      {(['left', 'right'] as const).map((side) => (
        <p key={side}>
          {pieces.map((piece, index) => (
            <PieceOf key={keyOf(piece, index)} {...props} piece={piece} show={side} />
          ))}
        </p>
      ))}
    </div>
  );
}

function keyOf({ difference }: Piece, index: number): string {
  return difference === null ? `same ${index}` : `difference ${difference}`;
}

interface PieceProps extends ComparedRowProps {
  readonly piece: Piece;
  readonly show: 'left' | 'right' | 'both';
}

function PieceOf(props: PieceProps) {
  const { piece, show, active, total, titles, idOf, onLookAt } = props;
  const { difference, begins, left, right } = piece;
  if (difference === null) return <>{left.replace(/\n+$/u, '')}</>;
  const className = difference === active ? 'mark active' : 'mark';
  const words = <Readings left={left} right={right} show={show} />;
  const look = () => onLookAt(difference);
  if (!begins || show === 'right')
    // The difference itself, which can be walked to, stands on the left.
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
      <span className={className} onClick={look}>
        {words}
      </span>
    );
  const place = `Difference ${inDigits(difference + 1)} of ${inDigits(total)}`;
  return (
    // The keys are heard by the comparison.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <span
      id={idOf(difference)}
      className={className}
      role="button"
      tabIndex={difference === active ? 0 : -1}
      aria-label={`${place}: ${titles[0]} ${read(left)}, ${titles[1]} ${read(right)}`}
      aria-current={difference === active}
      onFocus={look}
      onClick={look}
    >
      {words}
    </span>
  );
}

/** What the text reads there, for readers by ear. */
function read(words: string): string {
  return words === '' ? 'has nothing' : `reads “${shown(shortened(words))}”`;
}

type ReadingsProps = Pick<Piece, 'left' | 'right'> & Pick<PieceProps, 'show'>;

function Readings({ left, right, show }: ReadingsProps) {
  const words = show === 'left' ? left : show === 'right' ? right : left + right;
  if (words === '') return <span className="nothing">‸</span>;
  return (
    <>
      {show !== 'right' && left !== '' && <del>{shown(left)}</del>}
      {show !== 'left' && right !== '' && <ins>{shown(right)}</ins>}
    </>
  );
}

/** Words with their line ends as signs; white space that is all there is shows as signs too. */
function shown(words: string): string {
  return words.trim() === '' ? visible(words) : folded(words);
}
