import './references.css';
import { Button } from 'react-aria-components';
import type { CitingCable, ResolvedReference } from '../../domain/reference/reference.ts';
import { jumpTo } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import {
  follow,
  goTo,
  leadsTo,
  nameWords,
  standingOf,
  timesWords,
  useReferences,
} from './references.ts';

/** What the cable refers to, which cables refer to it, and what is missing. Nothing where there is neither. */
export function ReferenceSection({ cableId }: { readonly cableId: string }) {
  const { data } = useReferences(cableId);
  if (!data || data.references.length + data.citing.length === 0) return null;
  const here = data.references.filter((one) => standingOf(one) !== 'missing');
  const missing = data.references.filter((one) => standingOf(one) === 'missing');
  return (
    <section className="cable-references" aria-label="References">
      <h3 className="label">References</h3>
      <References title="Refers to" references={here} />
      <References title="Refers to what is not in this library" references={missing} />
      <Citing citing={data.citing} more={data.more} />
    </section>
  );
}

function References({
  title,
  references,
}: {
  readonly title: string;
  readonly references: readonly ResolvedReference[];
}) {
  if (references.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {references.map((one) => (
          <li key={`${one.side} ${one.from} ${one.number}`}>
            <Reference reference={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A reference: what it leads to, and the words that say so, each a way to go there. */
function Reference({ reference }: { readonly reference: ResolvedReference }) {
  const { side, from, to, words } = reference;
  const missing = standingOf(reference) === 'missing';
  const place = (
    <Button className="quiet" onPress={() => jumpTo({ side, from, to })}>
      <span className="by-ear">Show </span>
      {words}
      {side === 'original' && ' in a note'}
    </Button>
  );
  if (missing) return place;
  return (
    <>
      <Button className="link" onPress={() => follow(reference)}>
        {leadsTo(reference)}
      </Button>
      <p className="reference-words">{place}</p>
    </>
  );
}

function Citing({
  citing,
  more,
}: {
  readonly citing: readonly CitingCable[];
  readonly more: number;
}) {
  if (citing.length === 0) return null;
  return (
    <>
      <h4>Is referred to by</h4>
      <ul>
        {citing.map((cable) => (
          <li key={cable.id}>
            <Button className="link" onPress={() => goTo(cable)}>
              {nameWords(cable)}
            </Button>
            {(!cable.sure || cable.times > 1) && (
              <p className="reference-words">
                {[cable.sure ? null : 'perhaps', timesWords(cable.times)]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="reference-words">and {count(more, 'cable')} more</p>}
    </>
  );
}
