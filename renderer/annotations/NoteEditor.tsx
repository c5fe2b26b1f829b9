import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button, TextArea, TextField } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type Wanted, wantedAt } from '../../domain/annotation/note-link.ts';
import { report, useDesk } from '../desk/desk.ts';
import { writeNote } from './actions.ts';
import { NoteText } from './NoteText.tsx';
import { optionId, type Place, Targets, useTargets } from './Targets.tsx';

/** How long the pen rests before a note is saved, in milliseconds. */
const REST = 600;

/**
 * The note of the chosen annotation. Shown as a reader reads it until it is opened for writing; what
 * is written is saved when the pen rests and when the field is left. There is no unsaved state to lose.
 */
export function NoteEditor({ annotation }: { readonly annotation: Annotation }) {
  const asked = useDesk((desk) => desk.asked === 'note');
  const [writing, setWriting] = useState<'note' | 'link' | null>(null);
  if (asked || writing)
    return (
      <NoteField
        annotation={annotation}
        linking={writing === 'link'}
        onLeave={() => {
          setWriting(null);
          if (asked) useDesk.setState({ asked: null });
        }}
      />
    );
  return (
    <div className="annotation-note">
      {annotation.note && <NoteText note={annotation.note} />}
      <div className="note-buttons">
        <Button className="quiet" onPress={() => setWriting('note')}>
          {annotation.note ? 'Edit the note' : 'Write a note…'}
        </Button>
        {annotation.note && (
          <Button className="quiet" onPress={() => setWriting('link')}>
            Link…
          </Button>
        )}
      </div>
    </div>
  );
}

interface NoteFieldProps {
  readonly annotation: Annotation;
  /** Whether a link is to be put at the end of the note at once. */
  readonly linking: boolean;
  readonly onLeave: () => void;
}

/** The field in which a note is written. Behind `[[` it offers what can be linked. */
function NoteField({ annotation, linking, onLeave }: NoteFieldProps) {
  const [note, setNote] = useState(annotation.note);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const save = useSaver(annotation, note);
  const targets = useTargets(wanted?.words ?? null, annotation);
  const chosen = Math.min(at, targets.length - 1);

  /** Looks what stands at the caret now. */
  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? NOWHERE;
    const next = selectionStart === selectionEnd ? wantedAt(value, selectionStart) : null;
    if (next?.from === wanted?.from && next?.words === wanted?.words) return;
    setWanted(next);
    setAt(0);
  };
  const put = ({ markdown }: Place) => {
    if (!field.current || !wanted) return;
    write(field.current, wanted.from, field.current.selectionEnd, markdown);
    setWanted(null);
  };
  const begin = useCallback(() => {
    if (!field.current) return;
    field.current.focus();
    const { value, selectionEnd: end } = field.current;
    write(field.current, end, end, /[^\s([]$/u.test(value.slice(0, end)) ? ' [[' : '[[');
  }, []);
  useEffect(() => {
    field.current?.focus();
    if (linking) begin();
  }, [linking, begin]);

  const hear = (event: { readonly key: string; preventDefault(): void }): boolean => {
    const place = targets[chosen];
    if (wanted === null) return false;
    if (event.key === 'Escape') setWanted(null);
    else if (!place) return false;
    else if (event.key === 'ArrowDown') setAt((chosen + 1) % targets.length);
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + targets.length) % targets.length);
    else if (event.key === 'Enter' || event.key === 'Tab') put(place);
    else return false;
    event.preventDefault();
    return true;
  };

  return (
    // What is heard here is that the focus has left all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      className="note-writing"
      onBlur={({ currentTarget, relatedTarget }) => {
        save();
        if (!currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      <TextField
        aria-label="Note"
        className="note-field"
        value={note}
        onChange={setNote}
        onKeyDown={(event) => {
          if (hear(event)) return;
          if (event.key === 'Escape') field.current?.blur();
          else event.continuePropagation();
        }}
      >
        <TextArea
          className="field"
          ref={field}
          rows={4}
          placeholder="A note in Markdown; [[ links"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          {...(wanted && targets.length > 0 && { 'aria-controls': list })}
          {...(wanted && targets[chosen] && { 'aria-activedescendant': optionId(list, chosen) })}
          onSelect={look}
        />
      </TextField>
      {wanted ? (
        <Targets id={list} targets={targets} chosen={chosen} words={wanted.words} onPut={put} />
      ) : (
        <Button className="quiet" preventFocusOnPress onPress={begin}>
          Link…
        </Button>
      )}
    </div>
  );
}

const NOWHERE = { value: '', selectionStart: 0, selectionEnd: 0 };

/** Puts words in the place of others in a field as if typed, so that the field's own undo takes them back. */
function write(field: HTMLTextAreaElement, from: number, to: number, words: string) {
  field.focus();
  field.setSelectionRange(from, to);
  document.execCommand('insertText', false, words);
}

/** Saves the note when it has rested; the function that comes back saves at once what is not saved yet. */
function useSaver({ id, note: stored }: Annotation, note: string) {
  const saved = useRef(stored);
  const latest = useRef(note);
  const save = useCallback(() => {
    if (latest.current === saved.current) return;
    saved.current = latest.current;
    writeNote(id, latest.current).catch(report);
  }, [id]);
  useEffect(() => {
    latest.current = note;
    const timer = setTimeout(save, REST);
    return () => clearTimeout(timer);
  }, [note, save]);
  useEffect(() => save, [save]);
  return save;
}
