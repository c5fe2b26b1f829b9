import './notes.css';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button, TextArea, TextField } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type Wanted, wantedAt } from '../../domain/annotation/note-link.ts';
import { takeHeldKeys } from '../commands/heldKeys.ts';
import { report, useDesk } from '../desk/desk.ts';
import { lineId, useChoosing } from '../relations/choosing.ts';
import { writeNote } from './actions.ts';
import { LateNote } from './LateNote.tsx';
import { type Place, Targets, useTargets } from './Targets.tsx';

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
      {annotation.note && <LateNote note={annotation.note} />}
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
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const save = useSaver(annotation, note);
  const { targets, fresh } = useTargets(wanted?.words ?? null, annotation);
  const put = ({ markdown }: Place) => {
    if (!field.current || !wanted) return;
    replaceWanted(field.current, wanted, markdown);
    setWanted(null);
  };
  const choosing = useChoosing({ items: targets, fresh, first: 0, onChoose: put });

  /** Looks what stands at the caret now. What was asked for by Enter stays wanted until it comes, whatever is written behind it. */
  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? NOWHERE;
    if (choosing.waits() && wanted && stands(value, wanted)) return;
    const next = selectionStart === selectionEnd ? wantedAt(value, selectionStart) : null;
    if (next?.from === wanted?.from && next?.words === wanted?.words) return;
    setWanted(next);
    choosing.begin();
  };
  const begin = useCallback(() => {
    if (!field.current) return;
    field.current.focus();
    const { value, selectionEnd: end } = field.current;
    write(field.current, end, end, /[^\s([]$/u.test(value.slice(0, end)) ? ' [[' : '[[');
  }, []);
  useEffect(() => {
    field.current?.focus();
    // Whoever types fast has begun before the field was there.
    const typed = takeHeldKeys();
    const end = field.current?.selectionEnd ?? 0;
    if (field.current && typed !== '') write(field.current, end, end, typed);
    if (linking) begin();
  }, [linking, begin]);

  /** Hears a key where something is looked for; whether it was about that. */
  const hear = ({ key }: { readonly key: string }): boolean => {
    if (wanted === null) return false;
    if (key !== 'Escape') return choosing.hear(key === 'Tab' ? 'Enter' : key);
    setWanted(null);
    choosing.begin();
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
          if (hear(event)) return event.preventDefault();
          if (event.key === 'Escape') field.current?.blur();
          else event.continuePropagation();
          return undefined;
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
          {...(wanted &&
            targets.length > 0 && {
              'aria-activedescendant': lineId(list, choosing.at),
            })}
          onSelect={look}
        />
      </TextField>
      {wanted ? (
        <Targets
          id={list}
          targets={targets}
          at={choosing.at}
          fresh={fresh}
          onPut={choosing.choose}
        />
      ) : (
        <Button className="quiet" preventFocusOnPress onPress={begin}>
          Link…
        </Button>
      )}
    </div>
  );
}

const NOWHERE = { value: '', selectionStart: 0, selectionEnd: 0 };

/** Whether what asks for a link still stands where it stood. */
function stands(note: string, { from, words }: Wanted): boolean {
  return note.startsWith(`[[${words}`, from);
}

/** Puts a link in the place of what asked for it, and leaves the caret where it is in what was written since. */
function replaceWanted(field: HTMLTextAreaElement, wanted: Wanted, markdown: string) {
  if (!stands(field.value, wanted)) return;
  const { from } = wanted;
  const to = from + 2 + wanted.words.length;
  const behind = Math.max(field.selectionEnd - to, 0);
  write(field, from, to, markdown);
  const caret = from + markdown.length + behind;
  field.setSelectionRange(caret, caret);
}

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
