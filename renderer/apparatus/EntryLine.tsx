import { memo, type ReactNode } from 'react';
import type {
  ApparatusEntry,
  ChangeEntry,
  EmendationEntry,
} from '../../domain/apparatus/apparatus.ts';
import { type Reading, wordsOf } from '../../domain/apparatus/words.ts';
import { decidedWords } from '../proposals/words.ts';
import { emendedWords, reasonNames } from './emendationWords.ts';
import { ruleName, ruleSentence } from './ruleWords.ts';

interface EntryLineProps {
  readonly entry: ApparatusEntry | undefined;
  /** The entry above this one. Where both have one lemma, it is not printed twice. */
  readonly previous: ApparatusEntry | undefined;
}

/** One entry: `lemma ] reading O`, and in small type what kind of change it is and why. */
export const EntryLine = memo(function EntryLine({ entry, previous }: EntryLineProps) {
  if (!entry) return null;
  if (entry.kind === 'emendation') return <EmendationLine entry={entry} />;
  const ditto = previous?.kind === 'change' && sameLemma(entry, previous);
  return <ChangeLine entry={entry} ditto={ditto} />;
});

function ChangeLine({ entry, ditto }: { readonly entry: ChangeEntry; readonly ditto: boolean }) {
  const { lemma, reading, rule, status, reason, changes, emended } = entry;
  const decided = decidedWords(changes[0]);
  const explanation = reason ?? ruleSentence(rule);
  return (
    <div className="entry">
      <p className="entry-readings">
        {ditto ? (
          <>
            <Ditto /> {trimmed(reading.own)}
            <Siglum>O</Siglum>
          </>
        ) : (
          <>
            <Lemma reading={lemma} />
            <Witness reading={reading}>O</Witness>
          </>
        )}
      </p>
      <p className="entry-reason">
        {status !== 'accepted' && (
          <span className={status === 'proposed' ? 'chip waiting' : 'chip'}>{status}</span>
        )}
        <span className="entry-rule">{ruleName(rule)}</span>
        {explanation && ` · ${explanation}`}
      </p>
      {decided && <p className="entry-reason entry-decided">{decided}</p>}
      {emended[0] && <p className="entry-reason entry-decided">since {emendedWords(emended[0])}</p>}
    </div>
  );
}

/** `lemma ] reading O; reading cleaned`, and in small type why, who and when. */
function EmendationLine({ entry }: { readonly entry: EmendationEntry }) {
  const { lemma, reading, cleaned, emendation } = entry;
  const { lost, reason, note, witness } = emendation;
  const said = [reason && reasonNames[reason], note.trim()].filter(Boolean).join(' · ');
  return (
    <div className="entry">
      <p className="entry-readings">
        <Lemma reading={lemma} siglum={witness === null ? null : 'W'} />
        <Witness reading={reading}>{lost ? 'formerly' : 'O'}</Witness>
        {cleaned && (
          <>
            ; <Witness reading={cleaned}>cleaned</Witness>
          </>
        )}
      </p>
      {lost && (
        <p className="entry-reason entry-loss">
          <span className="chip waiting">without a place</span>
          {lost.reason}
        </p>
      )}
      <p className="entry-reason entry-decided">{emendedWords(emendation)}</p>
      {(said !== '' || witness !== null) && (
        <p className="entry-reason">
          {witness !== null && 'from another witness (W)'}
          {witness !== null && said !== '' && ' · '}
          {said}
        </p>
      )}
    </div>
  );
}

/** What the transcription has; where that is nothing, the apparatus says so. */
function Lemma({
  reading,
  siglum,
}: {
  readonly reading: Reading;
  readonly siglum?: string | null;
}) {
  const words = wordsOf(reading);
  return (
    <>
      {words.trim() === '' ? <Omitted /> : <b>{words}</b>} <Bracket />
      {siglum && (
        <>
          <i>{siglum}</i>;{' '}
        </>
      )}
    </>
  );
}

/** What a witness has, and its siglum. */
function Witness({
  reading,
  children,
}: {
  readonly reading: Reading;
  readonly children: ReactNode;
}) {
  return (
    <>
      {wordsOf(reading).trim() === '' ? (
        <Omitted />
      ) : (
        <>
          <span className="context">{reading.before}</span>
          {reading.own}
          <span className="context">{reading.after}</span>
        </>
      )}
      <Siglum>{children}</Siglum>
    </>
  );
}

function Siglum({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {'\u00a0'}
      <i>{children}</i>
    </>
  );
}

/** *Omisit*: there is nothing at this place. */
function Omitted() {
  return <i>om.</i>;
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

function sameLemma(a: ChangeEntry, b: ChangeEntry): boolean {
  return a.place === b.place && wordsOf(a.lemma) === wordsOf(b.lemma);
}

/** A reading without the line ends at its edges, which belong to the words left out. */
function trimmed(own: string): string {
  return own.replace(/^[\s¶|]+|[\s¶|]+$/gu, '') || own;
}
