import '../design/menu.css';
import './review.css';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type CommandName, commands } from '../../domain/command.ts';
import type { CableSummary } from '../../domain/library/cable.ts';
import type { Review } from '../../domain/review/review.ts';
import { give } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { momentOf } from '../metadata/dates.ts';
import { StateChip } from './StateChip.tsx';
import { stateMeanings } from './words.ts';
import { useReviewCommands } from './reviewing.ts';

/** How far the cable has come and who says so; behind it the ways to say otherwise. */
export function ReviewControl({ summary }: { readonly summary: CableSummary }) {
  const { id, review } = summary;
  useReviewCommands(id, review);
  return (
    <MenuTrigger>
      <Button className="quiet review-control">
        <span className="by-ear">State: </span>
        <StateChip state={review.state} />
        <span className="by-ear">, </span>
        {whoSays(review)}
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="menu"
          aria-label="State"
          selectionMode="single"
          selectedKeys={chosen(review)}
        >
          {sayings.map((name) => {
            const { title, key } = commands[name];
            return (
              <MenuItem key={name} id={name} textValue={title} onAction={() => give(name)}>
                <span>{title}</span>
                {key && <kbd>{keyLabel(key)}</kbd>}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const sayings = [
  'review.corrected',
  'review.proofread',
  'review.clear',
] as const satisfies readonly CommandName[];

/** Which of the sayings holds now. */
function chosen({ state, author }: Review): readonly CommandName[] {
  if (author === null) return ['review.clear'];
  return state === 'corrected' || state === 'proofread' ? [`review.${state}`] : [];
}

/** "miller, 21 Nov 2025, 14:20", or what the state means where nobody vouches for it. */
function whoSays({ state, author, time }: Review): string {
  if (author === null || time === null) return stateMeanings[state];
  return `${author || 'nobody by name'}, ${momentOf(time)}`;
}
