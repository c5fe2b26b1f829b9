import type { ApparatusEntry } from '../../domain/apparatus/apparatus.ts';
import { ruleName, ruleSentence } from './ruleWords.ts';

/** One entry: `lemma ] reading O`, and in small type what kind of change it is and why. */
export function EntryLine({ entry }: { readonly entry: ApparatusEntry | undefined }) {
  if (!entry) return null;
  const { lemma, reading, rule, status, reason } = entry;
  return (
    <div className="entry">
      <p className="entry-readings">
        <b>{lemma.before + lemma.own + lemma.after}</b>
        <span className="bracket"> ] </span>
        <span className="context">{reading.before}</span>
        {reading.own}
        <span className="context">{reading.after}</span> <i title="the original">O</i>
      </p>
      <p className="entry-reason">
        {status !== 'accepted' && <Standing status={status} />}
        <span className="entry-rule">{ruleName(rule)}</span>
        {` · ${reason ?? ruleSentence(rule)}`}
      </p>
    </div>
  );
}

function Standing({ status }: { readonly status: 'proposed' | 'rejected' }) {
  return status === 'proposed' ? (
    <span className="chip waiting">proposed</span>
  ) : (
    <span className="chip">rejected</span>
  );
}
