import './references.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ReferenceGraph } from '../../domain/reference/reference.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { count, sentenceOf } from '../desk/words.ts';
import { Choice } from '../statistics/Choice.tsx';
import { savedPicture } from '../statistics/savedPicture.ts';
import { useWidth } from '../statistics/useWidth.ts';
import { Arcs } from './Arcs.tsx';
import { linkWords, pictureWords } from './picture.ts';
import { goTo, nameWords } from './references.ts';

/** A picture of who cites whom. */
export function GraphSheet() {
  const { data: library } = useLibrary();
  useCommand(
    'reference.graph',
    () => useDesk.setState({ sheet: 'graph' }),
    Boolean(library && library.cables > 0),
  );
  return (
    <SheetFrame sheet="graph" title="Who cites whom" className="graph">
      <Graph />
    </SheetFrame>
  );
}

type Among = 'cable' | 'search';

function Graph() {
  const { cableId, query } = useDesk();
  const [chosen, setAmong] = useState<Among>(cableId === null ? 'search' : 'cable');
  const around = chosen === 'cable' ? cableId : null;
  const { data: graph, error } = useQuery({
    queryKey: ['cables', 'graph', around, around === null ? query : ''],
    queryFn: () =>
      request('reference.graph', { cableId: around, query: around === null ? query : '' }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const among = query === '' ? 'Among all cables' : 'Among the cables found';
  return (
    <>
      <div className="graph-choices">
        <Choice
          label="Show"
          value={chosen}
          options={[
            ...(cableId === null ? [] : [['cable', 'Around the open cable'] as const]),
            ['search', among] as const,
          ]}
          onChange={setAmong}
        />
      </div>
      {error && <p className="graph-told">{sentenceOf(error)}</p>}
      {!error && !graph && <p className="graph-told">Looking …</p>}
      {!error &&
        graph &&
        (graph.links.length === 0 ? (
          <p className="graph-told">
            {around === null
              ? 'None of these cables refers to another of them.'
              : 'This cable refers to no other of this library, and no other refers to it.'}
          </p>
        ) : (
          <Drawn key={`${around} ${query}`} graph={graph} middleId={around} />
        ))}
    </>
  );
}

/** The picture, the same in words beside it, and ways to keep it. */
function Drawn({
  graph,
  middleId,
}: {
  readonly graph: ReferenceGraph;
  readonly middleId: string | null;
}) {
  const { cables, links, left } = graph;
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const width = useWidth(frame);
  const first = Math.max(
    0,
    cables.findIndex(({ id }) => id === middleId),
  );
  const [active, setActive] = useState(first);
  const [saved, setSaved] = useState('');
  const lit = cables[active];

  const open = (id: string) => {
    const cable = cables.find((one) => one.id === id);
    if (!cable) return;
    closeSheet();
    goTo(cable);
  };
  async function save() {
    if (!picture.current) return;
    const content = savedPicture(picture.current, pictureWords(graph));
    const file = await request('file.save', { kind: 'svg', name: 'Who cites whom', content });
    if (file) setSaved(`Saved as ${file.fileName}.`);
  }

  return (
    <>
      <div className="graph-parts">
        {/* What scrolls must be reachable by key. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div ref={frame} className="graph-picture" role="group" aria-label="Picture" tabIndex={0}>
          {width > 0 && (
            <Arcs
              ref={picture}
              graph={graph}
              width={width}
              litId={lit?.id ?? null}
              middleId={middleId}
              onLight={(id) => setActive(cables.findIndex((one) => one.id === id))}
              onOpen={open}
            />
          )}
        </div>
        <div className="graph-side">
          <VirtualListBox
            label="Cables in the order of time"
            count={cables.length}
            active={active}
            estimate={62}
            onMove={setActive}
            onAct={(at, by) => by === 'key' && open(cables[at]?.id ?? '')}
          >
            {(at) => {
              const cable = cables[at];
              return (
                cable && (
                  <div className="reference-line">
                    <span>{nameWords(cable)}</span>
                    <span />
                    <span className="reference-words">{linkWords(cable.id, graph)}</span>
                  </div>
                )
              );
            }}
          </VirtualListBox>
        </div>
      </div>
      <footer className="sheet-foot">
        <p role="status">{saved || sumWords(cables.length, links.length, left)}</p>
        <Button className="button" isDisabled={!lit} onPress={() => lit && open(lit.id)}>
          Open the cable
        </Button>
        <Button className="button" onPress={() => void save().catch(report)}>
          Save picture (SVG)…
        </Button>
      </footer>
    </>
  );
}

/** How much is shown, what is left out, and how the picture is read. */
function sumWords(cables: number, links: number, left: ReferenceGraph['left']): string {
  const shown = `${count(cables, 'cable')}, ${count(links, 'link')}`;
  const besides = [
    left.cables > 0 ? count(left.cables, 'cable') : null,
    left.links > 0 ? count(left.links, 'link') : null,
  ].filter((part) => part !== null);
  const rest = besides.length === 0 ? '' : ` There are ${besides.join(' and ')} besides.`;
  const unseen =
    left.unseen === 0
      ? ''
      : ` ${count(left.unseen, 'cable')} more were not looked at: search for fewer.`;
  return `${shown}.${rest}${unseen} Arcs above look back in time, broken ones lead perhaps elsewhere.`;
}
