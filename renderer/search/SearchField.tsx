import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type CommandName, commands } from '../../domain/command.ts';
import { LONGEST_QUERY } from '../../domain/search/result.ts';
import { parseQuery } from '../../domain/search/parse.ts';
import type { QueryProblem } from '../../domain/search/query.ts';
import { give } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { report, useDesk } from '../desk/desk.ts';
import { openCableAt } from '../library/cablePages.ts';
import { AddCondition } from './AddCondition.tsx';
import { type Begun, begunAt, type Completion } from './completion.ts';
import { Completions } from './Completions.tsx';
import { useRested } from './counting.ts';
import { Help } from './Help.tsx';
import { Problems, ProblemPlaces } from './Problems.tsx';
import { clearSearch, searched, type, useSearching } from './searching.ts';

/** How long somebody must have stopped typing before they are told what is wrong, in milliseconds. */
const PATIENCE = 500;

const NONE: readonly QueryProblem[] = [];

/** The keys that lead to other parts of the window also from the field. */
const onward: Readonly<Partial<Record<string, CommandName>>> = {
  F6: 'go.library',
  F7: 'go.original',
  F8: 'go.transcription',
  F9: 'go.inspector',
};

/** Where one types what to look for. What is found shows at once; what is wrong is told when the hand rests. */
export function SearchField() {
  const typed = useSearching((searching) => searching.typed);
  const asked = useSearching((searching) => searching.asked);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [ways, setWays] = useState<readonly Completion[]>([]);
  const [at, setAt] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const id = useId();
  const rested = useRested(typed, PATIENCE);
  const open = begun !== null && ways.length > 0;
  // Whoever is offered how to go on knows that something is missing.
  const told = rested === typed && !open;
  const problems = useMemo(() => (told ? parseQuery(typed).problems : NONE), [told, typed]);

  useEffect(() => {
    const field = input.current;
    if (asked === 0 || !field) return;
    field.focus();
    if (useSearching.getState().select === 'all') field.select();
    else field.setSelectionRange(field.value.length, field.value.length);
  }, [asked]);

  function close() {
    setBegun(null);
    setAt(null);
  }

  function change(text: string, caret: number) {
    type(text);
    setAt(null);
    const next = begunAt(text, caret);
    // Every word may be the beginning of a field: whoever types words is not told of fields at one letter.
    const isShort = next?.type === 'field' && next.text.length < 2;
    setBegun(isShort ? null : next);
  }

  function complete({ insert }: Completion) {
    if (!begun) return;
    const caret = begun.from + insert.length;
    const text = typed.slice(0, begun.from) + insert + typed.slice(begun.to).trimStart();
    change(text, caret);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
    });
  }

  function leave() {
    if (open) close();
    else if (typed !== '') {
      clearSearch();
      close();
    } else give('go.library');
  }

  /** Into the list, to the first cable found. */
  async function goToResults() {
    close();
    await searched();
    give('go.library');
    if (useDesk.getState().query !== '') await openCableAt(0);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const chosen = at === null ? undefined : ways[at];
    const elsewhere = onward[event.key];
    if (elsewhere) give(elsewhere);
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' || (event.key === 'Tab' && open && chosen)) {
      if (open && chosen) complete(chosen);
      else void goToResults().catch(report);
    } else if (event.key === 'ArrowDown' && !open && typed.trim() !== '')
      void goToResults().catch(report);
    else if (event.key === 'ArrowDown' && !open) {
      setBegun(begunAt(typed, event.currentTarget.selectionStart ?? typed.length));
    } else if (event.key === 'ArrowDown') setAt(at === null ? 0 : (at + 1) % ways.length);
    else if (event.key === 'ArrowUp' && open)
      setAt(at === null ? ways.length - 1 : (at + ways.length - 1) % ways.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="search-field">
      <div className="search-box">
        <ProblemPlaces typed={typed} problems={problems} scrolled={scrolled} />
        <input
          ref={input}
          className="search-input"
          type="text"
          role="combobox"
          aria-label="Search"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? `${id}-ways` : undefined}
          aria-activedescendant={open && at !== null ? `${id}-ways-${at}` : undefined}
          aria-invalid={problems.length > 0}
          aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
          aria-keyshortcuts="Control+F"
          autoComplete="off"
          spellCheck="false"
          maxLength={LONGEST_QUERY}
          placeholder={`Search  ${keyLabel(commands['search.find'].key)}`}
          value={typed}
          onChange={({ target }) =>
            change(target.value, target.selectionStart ?? target.value.length)
          }
          onKeyDown={onKeyDown}
          onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollLeft)}
          onBlur={close}
        />
        {typed === '' ? (
          <AddCondition typed="" onChange={type} inField />
        ) : (
          <Button
            className="quiet search-sign"
            aria-label="Clear the search"
            onPress={() => {
              clearSearch();
              input.current?.focus();
            }}
          >
            ×
          </Button>
        )}
        <Help onExample={(example) => change(example, example.length)} />
      </div>
      {begun && (
        <Completions
          id={`${id}-ways`}
          typed={typed}
          begun={begun}
          at={at}
          onWays={setWays}
          onChoose={complete}
        />
      )}
      <Problems id={`${id}-problems`} problems={problems} typed={typed} />
    </div>
  );
}
