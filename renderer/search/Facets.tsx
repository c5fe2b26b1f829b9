import { useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { conditionsOf } from '../../domain/search/edit.ts';
import type { FacetName } from '../../domain/search/facet.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { queryClient, useSettings } from '../desk/queries.ts';
import { inDigits } from '../desk/words.ts';
import { Swatch } from '../tags/TagChip.tsx';
import { type, useAskedQuery } from './searching.ts';
import { toggled, useValues } from './values.ts';
import { facetNames, facets } from './words.ts';

/** How many values of a facet are shown before somebody asks for more. */
const FEW = 5;

/** By what the cables found can be narrowed: a line of headings, each opening into its values with their counts. */
export function Facets() {
  const { data: settings } = useSettings();
  const open = new Set(settings?.facets);
  const query = useAskedQuery();
  const asked = new Set(conditionsOf(query).map(({ field }) => field));
  return (
    <section className="facets" aria-label="Narrow by">
      <p className="facet-heads">
        {facetNames.map((facet) => (
          <Button
            key={facet}
            className={
              asked.has(facets[facet].field) ? 'quiet facet-head asked' : 'quiet facet-head'
            }
            aria-expanded={open.has(facet)}
            onPress={() => void toggle(facet, open).catch(report)}
          >
            {facets[facet].title}
          </Button>
        ))}
      </p>
      {open.size > 0 && (
        <div className="facet-open">
          {facetNames
            .filter((facet) => open.has(facet))
            .map((facet) => (
              <Facet key={facet} facet={facet} />
            ))}
        </div>
      )}
    </section>
  );
}

/** Opens a facet, or closes it. The desk remembers it. */
async function toggle(facet: FacetName, open: ReadonlySet<FacetName>) {
  const kept = facetNames.filter((each) => open.has(each) !== (each === facet));
  queryClient.setQueryData(['settings'], await request('settings.change', { facets: kept }));
}

/** A facet: its values among what is found; those asked for are marked and can be taken out again. */
function Facet({ facet }: { readonly facet: FacetName }) {
  const { title, field } = facets[facet];
  const query = useAskedQuery();
  const [all, setAll] = useState(false);
  const { values, others, stale } = useValues(field, query);
  const shown = all ? values : values.filter(({ chosen }, at) => chosen || at < FEW);
  const most = Math.max(1, ...values.map(({ cables }) => cables ?? 0));
  const more = values.length - shown.length + others;
  return (
    <div className="facet" role="group" aria-label={title} data-stale={stale || undefined}>
      <h3 className="label">{title}</h3>
      {shown.length === 0 && <p className="facet-none">{stale ? '…' : 'None of the cables.'}</p>}
      {shown.map((one) => (
        <ToggleButton
          key={one.value}
          className="facet-value"
          isSelected={one.chosen}
          onChange={() => type(toggled(query, field, one))}
        >
          <span className="facet-tick" aria-hidden="true">
            {one.chosen ? '✓' : ''}
          </span>
          {one.colour && <Swatch colour={one.colour} />}
          <span className="facet-name">{one.value}</span>
          <span className="facet-bar" aria-hidden="true">
            <span style={{ width: `${(100 * (one.cables ?? 0)) / most}%` }} />
          </span>
          <span className="facet-count">{one.cables !== null && inDigits(one.cables)}</span>
        </ToggleButton>
      ))}
      {values.length > FEW && (
        <Button className="link facet-more" onPress={() => setAll(!all)}>
          {all ? 'Fewer' : `${inDigits(more)} more`}
        </Button>
      )}
      {all && others > 0 && (
        <p className="facet-none">
          {inDigits(others)} rarer ones: type {field}: above.
        </p>
      )}
    </div>
  );
}
