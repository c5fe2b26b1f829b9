import type { Change } from '../change/change.ts';
import { applyAccepted, composeChanges } from '../change/compose.ts';
import type { OriginalFormat } from '../library/cable.ts';
import { cleanTei } from '../tei/clean.ts';
import type { Cleaning } from './cleaning.ts';
import { certainChanges, readOnce } from './engine.ts';
import { onePageTurn } from './page-turns.ts';

/** What a library may set. `off` holds the names of the rules that are switched off in it. */
export interface CleanOptions {
  readonly off?: ReadonlySet<string>;
  /** How the text is written; plainly where nothing is said. */
  readonly format?: OriginalFormat;
}

/**
 * How often a text is read before it counts as one that never comes to rest. Real texts come to rest
 * after the first reading; the second proves it.
 */
const READINGS = 6;

/**
 * Cleans an original: what leaves or changes in its reading text, its structure and its metadata.
 * Pure and deterministic. The accepted changes do not overlap, nor do they overlap what is only
 * proposed, and they are complete: cleaning the text they lead to finds nothing more to accept. A
 * text that does not come to rest is left as it is, with a warning. What an edition has marked up in TEI
 * is read as it says, whatever rules are on.
 */
export function clean(original: string, options: CleanOptions = {}): Cleaning {
  if (options.format === 'tei') return cleanTei(original);
  const off = options.off ?? new Set<string>();
  const first = readOnce(original, off);
  let accepted = acceptedOf(first);
  for (let reading = 1; reading < READINGS; reading++) {
    const text = applyAccepted(original, accepted);
    const more = accepted.length > 0 ? certainChanges(text, off) : [];
    if (more.length === 0)
      return {
        ...first,
        changes: withProposals(accepted, first.changes),
        structure: onePageTurn(original, first.structure, accepted),
      };
    accepted = composeChanges(accepted, text, more);
  }
  return restless(first, original);
}

function acceptedOf({ changes }: Cleaning): Change[] {
  return changes.filter((change) => change.status === 'accepted');
}

/** The accepted changes and, in reading order among them, the proposals that overlap none. */
function withProposals(accepted: readonly Change[], all: readonly Change[]): Change[] {
  let at = 0;
  const free = all.filter((change) => {
    if (change.status === 'accepted') return false;
    while ((accepted[at]?.to ?? Infinity) <= change.from) at++;
    return (accepted[at]?.from ?? Infinity) >= change.to;
  });
  return [...accepted, ...free].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function restless(first: Cleaning, original: string): Cleaning {
  const message =
    'Cleaning this text only uncovered more to clean, so nothing was changed. Please look at it by hand.';
  const warning = { code: 'restless', message, from: 0, to: original.length };
  return { ...first, changes: [], structure: [], warnings: [...first.warnings, warning] };
}
