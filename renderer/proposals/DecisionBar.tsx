import './DecisionBar.css';
import type { Ref } from 'react';
import { Toolbar } from 'react-aria-components';
import type { ApparatusEntry, ChangeEntry } from '../../domain/apparatus/apparatus.ts';
import { emendedWords } from '../apparatus/emendationWords.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { RuleLink } from '../help/RuleLink.tsx';
import { inDigits } from '../desk/words.ts';
import { decidedWords, reasonOf } from './words.ts';

interface DecisionBarProps {
  /** The entry that is looked at. */
  readonly entry: ChangeEntry;
  /** All entries of the cable. */
  readonly entries: readonly ApparatusEntry[];
  readonly ref?: Ref<HTMLElement>;
}

/** What can be decided on the entry that is looked at, and on all of its rule. */
export function DecisionBar({ entry, entries, ref }: DecisionBarProps) {
  const { rule, certainty, status, changes, emended } = entry;
  const decided = decidedWords(changes[0]);
  const waiting = entries
    .filter((one) => one.kind === 'change')
    .filter((one) => one.status === 'proposed');
  const ofRule = waiting.filter((one) => one.rule === rule).length;
  const place = `Proposal ${inDigits(waiting.indexOf(entry) + 1)} of ${inDigits(waiting.length)}`;
  return (
    <section className="decision" aria-label="Decide" ref={ref}>
      <h3 className="decision-rule">
        <RuleLink rule={rule} /> <span className="chip">{certainty}</span>
      </h3>
      <p className="decision-reason">{reasonOf(entry)}</p>
      <p className="decision-standing">{standing(status === 'proposed' ? place : null, decided)}</p>
      {emended[0] && (
        <p className="decision-standing">These words have since been {emendedWords(emended[0])}.</p>
      )}
      <Toolbar className="decision-buttons" aria-label="This place">
        {status !== 'accepted' && (
          <CommandButton name="proposal.accept" className="button primary">
            Accept
          </CommandButton>
        )}
        {status !== 'rejected' && <CommandButton name="proposal.reject">Reject</CommandButton>}
        {status !== 'proposed' && <CommandButton name="proposal.takeBack">Take back</CommandButton>}
      </Toolbar>
      <Toolbar className="decision-all" aria-label="All of this rule">
        {ofRule > 1 && (
          <>
            <span>All {inDigits(ofRule)} in this cable:</span>
            <CommandButton name="proposal.acceptInCable" className="link">
              accept<span className="by-ear"> all {inDigits(ofRule)} in this cable</span>
            </CommandButton>
            <CommandButton name="proposal.rejectInCable" className="link">
              reject<span className="by-ear"> all {inDigits(ofRule)} in this cable</span>
            </CommandButton>
          </>
        )}
        <CommandButton name="proposal.decideInLibrary" className="link">
          All in the library…
        </CommandButton>
      </Toolbar>
    </section>
  );
}

/** "Proposal 2 of 6.", "Accepted by A. Reader, 21 Nov 2025, 14:20."; or that the cleaning did it by itself. */
function standing(place: string | null, decided: string | null): string {
  const parts = [place, decided].filter((part) => part !== null);
  if (parts.length === 0) return 'Applied by the cleaning, which is certain of it.';
  const words = parts.join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
