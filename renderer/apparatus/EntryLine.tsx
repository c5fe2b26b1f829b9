import type { ApparatusEntry, Reading } from '../../domain/apparatus/apparatus.ts';
import { decidedWords } from '../proposals/words.ts';
import { ruleName, ruleSentence } from './ruleWords.ts';

interface EntryLineProps {
  readonly entry: ApparatusEntry | undefined;
  /** The entry above this one. Where both have one lemma, it is not printed twice. */
  readonly previous: ApparatusEntry | undefined;
}

/** One entry: `lemma ] reading O`, and in small type what kind of change it is and why. */
export function EntryLine({ entry, previous }: EntryLineProps) {
  if (!entry) return null;
  const { reading, rule, status, reason, changes } = entry;
  const decided = decidedWords(changes[0]);
  const sentence = reason ?? ruleSentence(rule);
  return (
    <div className="entry">
      <p className="entry-readings">
        {previous && sameLemma(entry, previous) ? (
          <>
            <Ditto /> {trimmed(reading.own)}
          </>
        ) : (
          <>
            <b>{wordsOf(entry.lemma)}</b> <Bracket />
            <span className="context">{reading.before}</span>
            {reading.own}
            <span className="context">{reading.after}</span>
          </>
        )}
        {'\u00a0'}
        <i>O</i>
      </p>
      <p className="entry-reason">
        {status !== 'accepted' && <Standing status={status} />}
        <span className="entry-rule">{ruleName(rule)}</span>
        {sentence && ` · ${sentence}`}
      </p>
      {decided && <p className="entry-reason entry-decided">{decided}</p>}
    </div>
  );
}

function Bracket() {
  return <span className="bracket">] </span>;
}

/** Stands for the lemma of the entry above. */
function Ditto() {
  return (
    <>
      <span aria-hidden="true">—</span>
      <span className="by-ear">same place</span> <Bracket />
    </>
  );
}

function Standing({ status }: { readonly status: 'proposed' | 'rejected' }) {
  return <span className={status === 'proposed' ? 'chip waiting' : 'chip'}>{status}</span>;
}

function wordsOf({ before, own, after }: Reading): string {
  return before + own + after;
}

function sameLemma(a: ApparatusEntry, b: ApparatusEntry): boolean {
  return a.place === b.place && wordsOf(a.lemma) === wordsOf(b.lemma);
}

/** A reading without the line ends at its edges, which belong to the words left out. */
function trimmed(own: string): string {
  return own.replace(/^[\s¶|]+|[\s¶|]+$/gu, '') || own;
}
