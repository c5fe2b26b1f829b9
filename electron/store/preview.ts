import type { ProposalPlace } from '../../domain/clean/rule-state.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { partsCharacter } from '../../domain/text/characters.ts';
import type { Library } from './library.ts';
import type { WaitingRow } from './proposals.ts';

/** How much of the text before and after a place is shown, in UTF-16 code units. */
const CONTEXT = 60;

/** A stretch of the waiting proposals of a rule with their surroundings. Only the texts of these are read. */
export function previewProposals(
  { cables, proposals }: Library,
  { rule, offset, limit }: CheckedInput<'proposal.preview'>,
): RequestOutput<'proposal.preview'> {
  let read = { cableId: '', title: '', text: '' };
  const places = proposals.waiting(rule, offset, limit).map((row) => {
    const { cable_id: cableId } = row;
    if (read.cableId !== cableId)
      read = { cableId, title: cables.title(cableId), text: cables.textOf(cableId, 'original') };
    return placeOf(row, read);
  });
  return { ...proposals.totals(rule), places };
}

function placeOf(
  { from_at: from, to_at: to, insertion: insert, reason }: WaitingRow,
  { cableId, title, text }: { cableId: string; title: string; text: string },
): ProposalPlace {
  const begin = Math.max(0, from - CONTEXT);
  const end = to + CONTEXT;
  return {
    cableId,
    title,
    from,
    to,
    before: text.slice(partsCharacter(text, begin) ? begin + 1 : begin, from),
    words: text.slice(from, to),
    insert,
    after: text.slice(to, partsCharacter(text, end) ? end - 1 : end),
    reason,
  };
}
