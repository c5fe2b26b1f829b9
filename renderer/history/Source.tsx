import { Button } from 'react-aria-components';
import { folded, shortened, visible } from '../../domain/apparatus/words.ts';
import type { Range } from '../../domain/text/range.ts';
import { jumpTo } from '../desk/desk.ts';
import { closeSheet } from '../desk/SheetFrame.tsx';
import type { Manuscript } from '../workbench/manuscript.ts';
import { sourceOf } from './source.ts';

interface SourceProps {
  readonly manuscript: Manuscript;
  /** The stretch of the transcription as it is now; null where neither text is that. */
  readonly place: Range | null;
}

/** How much of the original is shown on either side of the words in question, in UTF-16 code units. */
const CONTEXT = 40;

/** What the original has where two texts differ, and the way there. */
export function Source({ manuscript, place }: SourceProps) {
  if (!place)
    return (
      <p className="compare-none">
        What the original has there can be told when one side is the text as it is now.
      </p>
    );
  const { from, to } = sourceOf(manuscript, place);
  const { text } = manuscript.cable.original;
  const start = Math.max(0, from - CONTEXT);
  const before = text.slice(start, from).replace(start === 0 ? '' : /^\S*\s/u, '');
  const end = Math.min(text.length, to + CONTEXT);
  const after = text.slice(to, end).replace(end === text.length ? '' : /\s\S*$/u, '');
  const words = text.slice(from, to);
  return (
    <p className="compare-source">
      {from === to ? 'The original has nothing here:' : 'The original has:'}{' '}
      <q>
        <span className="context">
          {from > before.length && '… '}
          {folded(before)}
        </span>
        {from === to ? (
          <span className="nothing">‸</span>
        ) : (
          <b>{words.trim() === '' ? visible(words) : shortened(folded(words))}</b>
        )}
        <span className="context">
          {folded(after)}
          {to + after.length < text.length && ' …'}
        </span>
      </q>{' '}
      <Button
        className="link"
        onPress={() => {
          closeSheet();
          jumpTo({ side: 'original', from, to: Math.max(to, from + 1) });
        }}
      >
        Show it
      </Button>
    </p>
  );
}
