import './AlikeSheet.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { working } from '../library/work.ts';
import { signed } from '../settings/signing.ts';
import { announce } from '../status/announce.ts';
import { AlikeList } from './AlikeList.tsx';
import { Box } from './Box.tsx';
import { allKeys, checkedOf, emendingInput, type Left, leftOut, toggled } from './choice.ts';
import { openAlike, type Scope, searchOf, useQuestion } from './question.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { type Finding, type Found, useFinding } from './searching.ts';
import { useComingPlace } from './showing.ts';
import { buttonWords, cutWords, doneWords, noneWords, sumWords } from './words.ts';

/** Finds words in a transcription or in all of them, and emends all their places alike. */
export function AlikeSheet() {
  const { data: library } = useLibrary();
  useCommand('alike.open', openAlike, Boolean(library && library.cables > 0));
  useComingPlace();
  return (
    <SheetFrame sheet="alike" title="Emend alike" className="alike">
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
  const finding = useFinding(searchOf(question), cableId);
  const { key, found } = finding;
  const [choice, setChoice] = useState<{ readonly key: string; readonly left: Left } | null>(null);
  const left = choice?.key === key ? choice.left : NONE;
  const { running, outcome, emend } = useEmending(finding);
  const shown = outcome === null && question.find !== '' && found && found.total > 0 ? found : null;
  const current = finding.state === 'found';
  const setLeft = (next: Left) => setChoice({ key, left: next });
  return (
    <>
      <QuestionForm canBeCable={open !== null} scope={scope} />
      {shown && (
        <>
          <Sum
            found={shown}
            left={left}
            scope={scope}
            old={!current || running}
            onChange={setLeft}
          />
          <AlikeList
            key={key}
            found={shown}
            left={left}
            replace={question.replace}
            old={!current || running}
            onChange={setLeft}
          />
        </>
      )}
      <ImportProgress />
      <Foot
        words={running ? 'Emending …' : (outcome ?? stateWords(finding, scope))}
        again={outcome !== null || finding.failure !== null || finding.state === 'stopped'}
        onAgain={finding.again}
      >
        {shown && current && !running && leftOut(shown, left) < shown.total && (
          <Button
            className="button primary"
            onPress={() => void emend(shown, left, cableId).catch(report)}
          >
            {buttonWords(shown.total - leftOut(shown, left), question.replace)}
          </Button>
        )}
      </Foot>
    </>
  );
}

interface FootProps {
  readonly words: string;
  /** Whether the reader can only go on by searching again. */
  readonly again: boolean;
  readonly onAgain: () => void;
  readonly children: ReactNode;
}

function Foot({ words, again, onAgain, children }: FootProps) {
  const foot = useRef<HTMLElement>(null);
  // Where a button goes that has been pressed, Escape and Undo must still be heard by the sheet.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    foot.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  });
  return (
    <footer className="alike-foot" ref={foot}>
      <p role="status">{words}</p>
      {again && (
        <Button className="button" onPress={onAgain}>
          Search again
        </Button>
      )}
      {children}
    </footer>
  );
}

/** Where a search stands, for the foot of the sheet; empty where the list says it all. */
function stateWords({ state, found, failure }: Finding, scope: Scope): string {
  const { find, replace } = useQuestion.getState();
  if (find === '') return 'Places are found while you type. Nothing changes before you say so.';
  if (state === 'failed') return failure ?? '';
  if (state === 'stopped') return 'The search was stopped.';
  if (state === 'searching') return 'Searching …';
  return found?.total === 0 ? noneWords(find, find === replace, scope) : '';
}

interface SumProps {
  readonly found: Found;
  readonly left: Left;
  readonly scope: Scope;
  readonly old: boolean;
  readonly onChange: (left: Left) => void;
}

/** How many places there are, and a tick for all of them. */
function Sum({ found, left, scope, old, onChange }: SumProps) {
  const keys = allKeys(found);
  const checked = checkedOf(keys, left);
  const cut = cutWords(found);
  return (
    <div className="alike-sum">
      <Checkbox
        className="tick"
        isSelected={checked === true}
        isIndeterminate={checked === 'mixed'}
        isReadOnly={old}
        onChange={() => onChange(toggled(keys, left))}
      >
        <Box checked={checked} />
        <span aria-live="polite">{sumWords(found, leftOut(found, left), scope)}</span>
      </Checkbox>
      {cut !== null && <p className="alike-cut">{cut}</p>}
    </div>
  );
}

/** Emends what was chosen, and tells what came of it until something else is asked. */
function useEmending({ key, expect }: Finding) {
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<{ readonly key: string; readonly words: string } | null>(null);
  async function emend(found: Found, left: Left, cableId: string | null) {
    const question = useQuestion.getState();
    const wanted = found.total - leftOut(found, left);
    setRunning(true);
    // Its notice, before or after the answer, must not begin a search: that would take in what was left out.
    expect(true);
    try {
      signed();
      const outcome = await working(
        { name: 'Emending', thing: 'cable' },
        request('alike.emend', emendingInput(searchOf(question), cableId, found, left)),
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
