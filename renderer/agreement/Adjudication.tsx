import './Adjudication.css';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { isDecided, type Pair } from '../../domain/agreement/pairing.ts';
import { jumpTo, report } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { announce } from '../status/announce.ts';
import {
  acceptAll,
  type Bench,
  endAdjudicating,
  keyOf,
  passageOf,
  undecidedSame,
  useAdjudicating,
  useBench,
} from './adjudicating.ts';
import type { Two } from './asking.ts';
import { Deeds } from './Deeds.tsx';
import { goTo, onKey } from './keys.ts';
import { PairLine } from './PairLine.tsx';
import { nameOf, progressWords } from './words.ts';

/** The work of two annotators on the cable on the desk, side by side below the texts, to be adjudicated. */
export function Adjudication() {
  const two = useAdjudicating((state) => state.two);
  const { data: library } = useLibrary();
  const id = library?.id ?? null;
  // Another library is the work of others.
  useEffect(() => endAdjudicating, [id]);
  return two && <Beside two={two} />;
}

function Beside({ two }: { readonly two: Two }) {
  const bench = useBench(two);
  const list = useRef<HTMLDivElement>(null);
  const there = bench !== null && bench.pairs.length > 0;
  useEffect(() => {
    if (there) list.current?.focus();
  }, [there, two]);
  useLitPair(bench);
  // A button that has been pressed may have nothing to do any more; the list goes on hearing the keys.
  const toList = () => list.current?.focus();
  return (
    // The keys are heard wherever in the panel the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="adjudication"
      aria-label="Adjudication"
      onKeyDown={(event) => bench && onKey(event, bench)}
    >
      <header className="adjudication-head">
        <h2>Adjudication</h2>
        {bench && there && <Progress bench={bench} onDone={toList} />}
        <Button className="quiet" onPress={endAdjudicating}>
          Close
        </Button>
      </header>
      {bench && !there && (
        <p className="adjudication-none">
          Neither {nameOf(two[0])} nor {nameOf(two[1])} has annotated this cable.
        </p>
      )}
      {bench && there && (
        <>
          {/* Readers by ear are told the name with each annotation. */}
          <div className="pair-heads label" aria-hidden="true">
            <span>{nameOf(two[0])}</span>
            <span>in common</span>
            <span>{nameOf(two[1])}</span>
          </div>
          <VirtualListBox
            ref={list}
            label={`Annotations of ${nameOf(two[0])} and ${nameOf(two[1])}`}
            className="pairs"
            count={bench.pairs.length}
            active={bench.at}
            estimate={62}
            onMove={(index) => goTo(bench, index)}
            onAct={() => light(bench.pairs[bench.at], bench)}
          >
            {(index) => {
              const pair = bench.pairs[index];
              return pair && <PairLine pair={pair} bench={bench} />;
            }}
          </VirtualListBox>
          <Deeds bench={bench} onDone={toList} />
        </>
      )}
    </section>
  );
}

interface ProgressProps {
  readonly bench: Bench;
  readonly onDone: () => void;
}

function Progress({ bench, onDone }: ProgressProps) {
  const { pairs } = bench;
  const same = undecidedSame(pairs);
  const decided = pairs.filter(isDecided).length;
  return (
    <>
      <p className="adjudication-progress">{progressWords(pairs)}</p>
      <span className="adjudication-bar" aria-hidden="true">
        <span style={{ width: `${(100 * decided) / pairs.length}%` }} />
      </span>
      {same.length > 0 && (
        <Button
          className="quiet"
          onPress={() => {
            onDone();
            acceptAll(same)
              .then(() => announce(`Accepted ${same.length} that are the same.`))
              .catch(report);
          }}
        >
          Accept all that are the same ({same.length})
        </Button>
      )}
    </>
  );
}

function light(pair: Pair | undefined, { cable }: Bench) {
  const passage = pair && passageOf(pair, cable);
  if (passage) jumpTo(passage);
}

/** Lights the words of the pair at hand in the texts above when it comes to be at hand. */
function useLitPair(bench: Bench | null) {
  const pair = bench?.pairs[bench.at];
  const key = pair ? keyOf(pair) : null;
  const latest = useRef(bench);
  useEffect(() => {
    latest.current = bench;
  });
  useEffect(() => {
    const now = latest.current;
    if (key !== null && now) light(now.pairs[now.at], now);
  }, [key]);
}
