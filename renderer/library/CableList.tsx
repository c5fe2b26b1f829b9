import './CableList.css';
import { type MouseEvent, useEffect, useRef } from 'react';
import { give, useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { listKey } from '../search/searching.ts';
import { CableLine } from './CableLine.tsx';
import { openLineAt, useFollows, useListed, usePlace } from './cablePages.ts';

/** How high a line is before it has been measured, in pixels: as it is, and with why it was found. */
const HEIGHT = 76;
const FOUND_HEIGHT = 150;

/**
 * The cables of the library, or those that were found, in the order chosen. Going to a line opens its
 * cable, where something is looked for at the first place found, or the one pressed; from a cable that
 * is not listed the next one is the first.
 */
export function CableList({ total }: { readonly total: number }) {
  const list = useRef<HTMLDivElement>(null);
  const pressed = useRef<number | null>(null);
  const place = usePlace(useDesk((desk) => desk.cableId));
  const listed = useListed();
  const key = listKey(listed);
  const follows = useFollows();
  useEffect(() => {
    if (!follows) list.current?.scrollTo({ top: 0 });
  }, [key, follows]);

  const open = (index: number, snippet = 0) => void openLineAt(index, snippet).catch(report);
  useCommand('cable.next', () => open((place ?? -1) + 1), place === null || place + 1 < total);
  useCommand('cable.previous', () => open((place ?? 1) - 1), place !== null && place > 0);
  useCommand('go.library', () => list.current?.focus());

  /** The cable is open by then; of one that was open already the place pressed is shown. */
  async function act(index: number, by: 'key' | 'pointer') {
    const snippet = pressed.current;
    pressed.current = null;
    if (by === 'pointer' && snippet === null) return;
    const line = await openLineAt(index, snippet ?? 0);
    const first = line?.snippets.find(({ at }) => at !== null);
    if (by === 'key') give(first?.where === 'original' ? 'go.original' : 'go.transcription');
  }

  return (
    <VirtualListBox
      ref={list}
      label="Cables"
      className="cables"
      count={total}
      active={place}
      follow={follows}
      estimate={listed.query === '' ? HEIGHT : FOUND_HEIGHT}
      onMove={open}
      onPress={(event) => {
        pressed.current = snippetUnder(event);
      }}
      onAct={(index, by) => void act(index, by).catch(report)}
    >
      {(index) => <CableLine index={index} />}
    </VirtualListBox>
  );
}

/** Which of the passages of a line the pointer is on. */
function snippetUnder({ target }: MouseEvent): number | null {
  const snippet = target instanceof Element ? target.closest('[data-snippet]') : null;
  const index = snippet?.getAttribute('data-snippet') ?? null;
  return index === null ? null : Number(index);
}
