import type { ReactNode } from 'react';
import type { Snippet } from '../../domain/search/result.ts';
import { closer } from './closer.ts';

/** How much is shown before the first word found, in UTF-16 code units: about a line. */
const BEFORE = 34;

/** How many passages of a cable are shown. */
const MOST = 3;

/** The passages that show why a cable was found, each in the face of the side where it stands. */
export function Snippets({ snippets }: { readonly snippets: readonly Snippet[] }) {
  return snippets.slice(0, MOST).map((snippet, index) => (
    // Passages of a result have no other name than their place among them.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index} className={`snippet in-${snippet.where}`} data-snippet={index}>
      <span className={isText(snippet) ? 'by-ear' : 'snippet-label'}>{labelOf(snippet)} </span>
      {marked(closer(snippet, BEFORE))}
    </span>
  ));
}

function isText({ where }: Snippet): boolean {
  return where === 'original' || where === 'transcription';
}

/** Where a passage stands: "note · miller", "title". */
function labelOf({ where, label }: Snippet): string {
  if (where === 'field') return label ?? 'field';
  return where === 'note' && label ? `note · ${label}` : where;
}

function marked({ text, marks }: Pick<Snippet, 'text' | 'marks'>): ReactNode[] {
  const pieces: ReactNode[] = [];
  let reached = 0;
  for (const { from, to } of marks) {
    pieces.push(text.slice(reached, from), <mark key={from}>{text.slice(from, to)}</mark>);
    reached = to;
  }
  return [...pieces, text.slice(reached)];
}
