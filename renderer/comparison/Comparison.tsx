import './Comparison.css';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { create } from 'zustand';
import { collate, type Segment } from '../../domain/collation/collate.ts';
import { report } from '../desk/desk.ts';
import { count, inDigits } from '../desk/words.ts';
import { ComparedRows } from './ComparedRows.tsx';
import { rowsOf } from './rows.ts';

/** One of two texts that are compared, with the name it stands under. */
export interface ComparedText {
  readonly title: string;
  readonly text: string;
}

interface ComparisonProps {
  readonly left: ComparedText;
  readonly right: ComparedText;
  /** Takes one text's reading of a difference over; none where that cannot be done here. */
  readonly onTakeOver?: ((segment: Segment) => Promise<void>) | undefined;
  /** What the button for it says. */
  readonly takeOverWords?: string;
  /** What else can be said about the difference looked at. */
  readonly about?: ((segment: Segment) => ReactNode) | undefined;
  /** Whether the keys go to the first difference at once. */
  readonly autoFocus?: boolean;
}

/** How two texts are set. */
type Layout = 'beside' | 'inline';

/** How the reader wants compared texts set; remembered while the window lives. */
const useLayout = create<{ readonly layout: Layout }>(() => ({ layout: 'beside' }));

/**
 * Two texts with their differences. What only the left one has is struck out, what only the right one
 * has is underlined; long stretches that are alike are folded. n and p, or the arrow keys, walk from
 * difference to difference, and Enter takes the one looked at over.
 */
export function Comparison(props: ComparisonProps) {
  const { left, right, onTakeOver, takeOverWords = 'Take over', about, autoFocus } = props;
  const { layout } = useLayout();
  const segments = useMemo(() => collate(left.text, right.text), [left.text, right.text]);
  const rows = useMemo(
    () => rowsOf(segments, left.text, right.text),
    [segments, left.text, right.text],
  );
  const differences = useMemo(() => segments.filter(({ same }) => !same), [segments]);
  const [wanted, setWanted] = useState({ at: 0, moves: autoFocus ? 1 : 0 });
  const active = Math.min(wanted.at, differences.length - 1);
  const segment = differences[active];
  const { pending, takeOver } = useTakingOver(onTakeOver);
  const whole = useRef<HTMLElement>(null);
  useFocusKept(whole, differences.length);

  function walk(to: number) {
    const at = Math.min(Math.max(to, 0), differences.length - 1);
    if (at >= 0) setWanted(({ moves }) => ({ at, moves: moves + 1 }));
  }

  /** Looks at a difference without taking the focus there. */
  function look(at: number) {
    setWanted((last) => (last.at === at ? last : { ...last, at }));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inText = event.target instanceof Element && event.target.closest('.compared') !== null;
    const { key } = event;
    if (key === 'n' || (inText && key === 'ArrowDown')) walk(active + 1);
    else if (key === 'p' || (inText && key === 'ArrowUp')) walk(active - 1);
    else if (inText && key === 'Home') walk(0);
    else if (inText && key === 'End') walk(differences.length - 1);
    else return;
    event.preventDefault();
  }

  return (
    // The keys come from the differences and the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={whole}
      className={`comparison ${layout}`}
      aria-label="Comparison"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="comparison-head">
        <p role="status">{sumOf(differences.length)}</p>
        {differences.length > 0 && <LayoutChoice />}
      </div>
      {segment && (
        <>
          <Titles left={left.title} right={right.title} layout={layout} />
          <ComparedRows
            rows={rows}
            titles={[left.title, right.title]}
            beside={layout === 'beside'}
            total={differences.length}
            active={active}
            moves={wanted.moves}
            onLookAt={look}
            onAct={() => void takeOver(segment)}
          />
          <footer className="difference">
            <div className="difference-about">
              <p className="label">
                Difference {inDigits(active + 1)} of {inDigits(differences.length)}
              </p>
              {about?.(segment)}
            </div>
            <div className="difference-buttons">
              <Button className="quiet" isDisabled={active === 0} onPress={() => look(active - 1)}>
                Previous <kbd aria-hidden="true">p</kbd>
              </Button>
              <Button
                className="quiet"
                isDisabled={active === differences.length - 1}
                onPress={() => look(active + 1)}
              >
                Next <kbd aria-hidden="true">n</kbd>
              </Button>
              {onTakeOver && (
                <Button
                  className="button primary"
                  isPending={pending}
                  onPress={() => void takeOver(segment)}
                >
                  {takeOverWords}
                </Button>
              )}
            </div>
          </footer>
        </>
      )}
    </section>
  );
}

function sumOf(differences: number): string {
  return differences === 0 ? 'Both read alike.' : count(differences, 'difference');
}

function LayoutChoice() {
  const { layout } = useLayout();
  return (
    <ToggleButtonGroup
      className="layout-choice"
      aria-label="Set the texts"
      disallowEmptySelection
      selectedKeys={[layout]}
      onSelectionChange={(keys) => {
        for (const key of keys) useLayout.setState({ layout: key as Layout });
      }}
    >
      <ToggleButton id="beside" className="quiet">
        Side by side
      </ToggleButton>
      <ToggleButton id="inline" className="quiet">
        In one text
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

interface TitlesProps {
  readonly left: string;
  readonly right: string;
  readonly layout: Layout;
}

/** Whose words are struck out, and whose are underlined. */
function Titles({ left, right, layout }: TitlesProps) {
  return (
    <div className="comparison-titles">
      <h3>{layout === 'inline' ? <del>{left}</del> : left}</h3>
      <h3>{layout === 'inline' ? <ins>{right}</ins> : right}</h3>
    </div>
  );
}

/** Takes one difference over after the other; a key held down does not take over what comes next. */
function useTakingOver(onTakeOver: ComparisonProps['onTakeOver']) {
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  async function takeOver(segment: Segment) {
    if (!onTakeOver || busy.current) return;
    busy.current = true;
    setPending(true);
    try {
      await onTakeOver(segment);
    } catch (error) {
      report(error);
    } finally {
      busy.current = false;
      setPending(false);
    }
  }
  return { pending, takeOver };
}

/** When what had the focus is gone (the last difference was taken over), the keys are still heard. */
function useFocusKept(whole: { readonly current: HTMLElement | null }, differences: number) {
  useEffect(() => {
    if (document.activeElement === document.body) whole.current?.focus();
  }, [whole, differences]);
}
