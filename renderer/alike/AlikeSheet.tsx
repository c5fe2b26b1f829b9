import '../places/places.css';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AlikeKey, AlikePlace } from '../../domain/alike/alike.ts';
import { folded } from '../../domain/apparatus/words.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { working } from '../library/work.ts';
import { chosenOf, type Left, leftOut } from '../places/choice.ts';
import { Foot } from '../places/Foot.tsx';
import { PlaceList } from '../places/PlaceList.tsx';
import { type Finding, type FoundBy, useFinding } from '../places/searching.ts';
import { Sum } from '../places/Sum.tsx';
import { type Scope, shown } from '../places/words.ts';
import { signed } from '../settings/signing.ts';
import { announce } from '../status/announce.ts';
import { askedOf, openAlike, searchOf, useQuestion } from './question.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { buttonWords, doneWords, noneWords } from './words.ts';

type FoundAlike = FoundBy<'alike.find'>;

/** Finds words in a transcription or in all of them, and emends all their places alike. */
export function AlikeSheet() {
  const { data: library } = useLibrary();
  useCommand('alike.open', openAlike, Boolean(library && library.cables > 0));
  return (
    <SheetFrame sheet="alike" title="Emend alike" className="alike beside">
      <Alike />
    </SheetFrame>
  );
}

const NONE: Left = new Set();

function Alike() {
  const question = useQuestion();
  const open = useDesk((desk) => desk.cableId);
  const scope = open === null ? 'library' : question.scope;
  const cableId = scope === 'cable' ? open : null;
  const finding = useFinding('alike.find', askedOf(searchOf(question), cableId));
  const { key, found } = finding;
  const [choice, setChoice] = useState<{ readonly key: string; readonly left: Left } | null>(null);
  const left = choice?.key === key ? choice.left : NONE;
  const { running, outcome, emend } = useEmending(finding);
  const list = outcome === null && question.find !== '' && found && found.total > 0 ? found : null;
  const current = finding.state === 'found';
  const setLeft = (next: Left) => setChoice({ key, left: next });
  return (
    <>
      <QuestionForm canBeCable={open !== null} scope={scope} />
      {list && (
        <>
          <Sum
            found={list}
            left={left}
            scope={scope}
            old={!current || running}
            onChange={setLeft}
          />
          <PlaceList
            key={key}
            found={list}
            left={left}
            old={!current || running}
            onChange={setLeft}
          >
            {(place, out) => <Words {...place} replace={out ? null : question.replace} />}
          </PlaceList>
        </>
      )}
      <ImportProgress />
      <Foot
        words={running ? 'Emending …' : (outcome ?? stateWords(finding, scope))}
        again={outcome !== null || finding.failure !== null || finding.state === 'stopped'}
        onAgain={finding.again}
      >
        {list && current && !running && leftOut(list, left) < list.total && (
          <Button
            className="button primary"
            onPress={() => void emend(list, left, cableId).catch(report)}
          >
            {buttonWords(list.total - leftOut(list, left), question.replace)}
          </Button>
        )}
      </Foot>
    </>
  );
}

/** Where a search stands, for the foot of the sheet; empty where the list says it all. */
function stateWords({ state, found, failure }: Finding<FoundAlike>, scope: Scope): string {
  const { find, replace } = useQuestion.getState();
  if (find === '') return 'Places are found while you type. Nothing changes before you say so.';
  if (state === 'failed') return failure ?? '';
  if (state === 'stopped') return 'The search was stopped.';
  if (state === 'searching') return 'Searching …';
  return found?.total === 0 ? noneWords(find, find === replace, scope) : '';
}

interface WordsProps extends Pick<AlikePlace, 'before' | 'found' | 'after'> {
  /** What is to stand there; null where it is left out. */
  readonly replace: string | null;
}

/** A place among its words: what goes is struck through, what comes is underlined. */
function Words({ before, found, after, replace }: WordsProps) {
  return (
    <p className="place-words">
      <span className="place-context">{folded(before)}</span>
      {replace === null ? (
        <span>{shown(found)}</span>
      ) : (
        <>
          <span className="by-ear">, out: </span>
          <del>{shown(found)}</del>
          {replace !== '' && (
            <>
              <span className="by-ear">, in: </span>
              <ins>{shown(replace)}</ins>
            </>
          )}
          <span className="by-ear">, </span>
        </>
      )}
      <span className="place-context">{folded(after)}</span>
    </p>
  );
}

/** Emends what was chosen, and tells what came of it until something else is asked. */
function useEmending({ key, expect }: Finding<FoundAlike>) {
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<{ readonly key: string; readonly words: string } | null>(null);
  async function emend(found: FoundAlike, left: Left, cableId: string | null) {
    const question = useQuestion.getState();
    const wanted = found.total - leftOut(found, left);
    const chosen = chosenOf(found, left);
    setRunning(true);
    // Its notice, before or after the answer, must not begin a search: that would take in what was left out.
    expect(true);
    try {
      signed();
      const outcome = await working(
        { name: 'Emending', thing: 'cable' },
        request('alike.emend', {
          search: searchOf(question),
          cableId,
          only: chosen.only?.map(alikeKey) ?? null,
          except: chosen.except.map(alikeKey),
        }),
      );
      if (outcome.places === 0) expect(false);
      const words = doneWords(outcome, wanted, question.replace);
      setDone({ key, words });
      announce(words);
    } catch (error) {
      expect(false);
      throw error;
    } finally {
      setRunning(false);
    }
  }
  return { running, outcome: done?.key === key ? done.words : null, emend };
}

function alikeKey({ cableId, version, from }: AlikeKey): AlikeKey {
  return { cableId, version, from };
}
