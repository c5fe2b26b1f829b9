import './references.css';
import { Button } from 'react-aria-components';
import type { CitingCable, ResolvedReference } from '../../domain/reference/reference.ts';
import { jumpTo } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import {
  byGoal,
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
        {byGoal(references).map((group) => (
          <li key={`${group.first.side} ${group.first.from} ${group.first.number}`}>
            {standingOf(group.first) !== 'missing' && (
              <Button className="link" onPress={() => follow(group.first)}>
                {leadsTo(group.first)}
              </Button>
            )}
            <p className="reference-words">
              {group.all.map((one) => (
                <Passage key={`${one.side} ${one.from}`} reference={one} />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Shows the words of a reference where they stand. */
function Passage({
  reference: { side, from, to, words },
}: {
  readonly reference: ResolvedReference;
}) {
  return (
    <Button className="quiet" onPress={() => jumpTo({ side, from, to })}>
      <span className="by-ear">Show </span>
      {words}
      {side === 'original' && ' in a note'}
    </Button>
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
