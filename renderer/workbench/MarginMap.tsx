import './MarginMap.css';
import {
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useShown, useTagsById } from '../annotations/shown.ts';
import { useDesk } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import { nameOf, wordsOf } from './announcing.ts';
import type { Vocabulary } from './highlights.ts';
import { MarginPainter } from './marginPainter.ts';
import type { Pair } from './pair.ts';
import { shapesOf, type Tick } from './ticks.ts';

/** The room across for ticks, in pixels. */
const WIDTH = 12;

/** Follows what moves on the screen. */
export interface MarginMapHandle {
  /** The texts have been scrolled, or have become longer or shorter. */
  move(): void;
}

interface MarginMapProps {
  readonly pair: Pair | null;
  readonly ref: Ref<MarginMapHandle>;
}

/**
 * The whole cable in the margin of the transcription: where annotations stand, what is in sight, the
 * chosen annotation and the caret. A click or a drag scrolls there; the pointer is told what is there.
 * For the keyboard and by ear the inspector's list is its equal.
 */
export function MarginMap({ pair, ref }: MarginMapProps) {
  const map = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const [ticks, setTicks] = useState<readonly Tick[]>([]);
  const [painter, setPainter] = useState<MarginPainter | null>(null);
  useLayoutEffect(() => {
    if (!pair || !map.current || !frame.current || !caret.current) return undefined;
    const parts = { map: map.current, frame: frame.current, caret: caret.current };
    const opened = new MarginPainter(pair, parts, setTicks);
    setPainter(opened);
    return () => opened.close();
  }, [pair]);
  const shown = useShown();
  const vocabulary = useTagsById();
  useEffect(() => painter?.show(shown ?? [], vocabulary), [painter, shown, vocabulary]);
  useImperativeHandle(ref, () => ({ move: () => painter?.move() }), [painter]);

  const [pointed, setPointed] = useState<number | null>(null);
  const shapes = useMemo(() => [...shapesOf(ticks, WIDTH)], [ticks]);
  const scroll = (event: PointerEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    pair?.scrollTo((event.clientY - top) / Math.max(1, height));
  };
  return (
    // The keyboard and readers by ear have the same in the inspector's list.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={map}
      className="margin-map"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // The caret stays where it is, and the keys with it.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        scroll(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scroll(event);
        setPointed(Math.round(event.clientY - event.currentTarget.getBoundingClientRect().top));
      }}
      onPointerLeave={() => setPointed(null)}
    >
      <div ref={frame} className="margin-frame" />
      <svg className="margin-ticks">
        {shapes.map(([colour, d]) => (
          <path key={colour} className={`tag-${colour ?? 'none'}`} d={d} />
        ))}
        <Chosen ticks={ticks} />
      </svg>
      <div ref={caret} className="margin-caret" hidden />
      {pointed !== null && <Pointed ticks={ticks} at={pointed} />}
    </div>
  );
}

/** The chosen annotation, over all the width. */
function Chosen({ ticks }: { readonly ticks: readonly Tick[] }) {
  const chosenId = useDesk((desk) => desk.annotationId);
  const d = useMemo(
    () =>
      ticks
        .filter(({ annotation }) => annotation.id === chosenId)
        .map(({ top, bottom }) => `M0 ${top}h${WIDTH}v${bottom - top}h-${WIDTH}z`)
        .join(''),
    [ticks, chosenId],
  );
  return d === '' ? null : <path className="margin-chosen" d={d} />;
}

/** How far from the pointer a tick may be to be meant, in pixels. */
const NEAR = 2;

/** How many annotations the pointer is told of, and how much of their words, in UTF-16 code units. */
const MOST = 6;
const LONGEST_QUOTE = 48;

/** What stands where the pointer rests. */
function Pointed({ ticks, at }: { readonly ticks: readonly Tick[]; readonly at: number }) {
  const vocabulary = useTagsById();
  const there = useMemo(
    () => [
      ...new Set(
        ticks
          .filter(({ top, bottom }) => top - NEAR <= at && at <= bottom + NEAR)
          .map(({ annotation }) => annotation),
      ),
    ],
    [ticks, at],
  );
  if (there.length === 0) return null;
  const rest = there.length - MOST;
  return (
    <div className="popover margin-pointed" style={{ top: `${at}px` }}>
      <ul>
        {there.slice(0, MOST).map((annotation) => (
          <Named key={annotation.id} annotation={annotation} vocabulary={vocabulary} />
        ))}
      </ul>
      {rest > 0 && <p>and {count(rest, 'more annotation')}</p>}
    </div>
  );
}

interface NamedProps {
  readonly annotation: Tick['annotation'];
  readonly vocabulary: Vocabulary;
}

function Named({ annotation, vocabulary }: NamedProps) {
  const colour = vocabulary.get(annotation.tagIds[0] ?? '')?.colour ?? 'none';
  return (
    <li>
      <span className={`swatch tag-${colour}`} />
      <span>
        {nameOf(annotation, vocabulary)} <q>{wordsOf(annotation, LONGEST_QUOTE)}</q>
      </span>
    </li>
  );
}
