import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Counted } from '../../domain/statistics/series.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { inDigits } from '../desk/words.ts';
import { Box } from '../places/Box.tsx';
import { TagChip } from '../tags/TagChip.tsx';

/** A line's height before it has been measured, in pixels. */
const LINE = 27;
/** How far a line is moved in for each tag above it, in pixels. */
const STEP = 14;

interface TagTicksProps {
  readonly vocabulary: Counted;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

interface Line {
  readonly tag: Tag;
  readonly depth: number;
  /** How often it is used together with the tags below it. */
  readonly uses: number;
}

/** The tags that are used, or have one below them that is; each is ticked into the picture. */
export function TagTicks({ vocabulary, chosen, onChoose }: TagTicksProps) {
  const [active, setActive] = useState<number | null>(null);
  const lines = useMemo(() => linesOf(vocabulary), [vocabulary]);
  const tick = (index: number) => {
    const id = lines[index]?.tag.id;
    if (id === undefined) return;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const isOn = (index: number) => chosen.has(lines[index]?.tag.id ?? '');
  return (
    <div className="use-tags">
      <VirtualListBox
        label="Tags in the picture"
        count={lines.length}
        active={active}
        estimate={LINE}
        onMove={setActive}
        checked={isOn}
        onTick={tick}
        onAct={tick}
      >
        {(index) => {
          const line = lines[index];
          return (
            line && (
              <div className="use-tag" style={{ paddingLeft: 21 + line.depth * STEP }}>
                <Box checked={isOn(index)} />
                <TagChip tag={line.tag} />
                <span className="use-count">{inDigits(line.uses)}</span>
              </div>
            )
          );
        }}
      </VirtualListBox>
      <div className="use-tags-foot">
        <Button className="quiet" onPress={() => onChoose(new Set(lines.map(({ tag }) => tag.id)))}>
          All
        </Button>
        <Button className="quiet" onPress={() => onChoose(new Set())}>
          None
        </Button>
      </div>
    </div>
  );
}

function linesOf({ order, totals }: Counted): Line[] {
  return order
    .map(({ tag, depth }) => ({ tag, depth, uses: totals.get(tag.id) ?? 0 }))
    .filter(({ uses }) => uses > 0);
}
