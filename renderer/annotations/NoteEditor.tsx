import { useCallback, useEffect, useRef, useState } from 'react';
import Markdown from 'react-markdown';
import { Button, TextArea, TextField } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { report, useDesk } from '../desk/desk.ts';
import { writeNote } from './actions.ts';

/** How long the pen rests before a note is saved, in milliseconds. */
const REST = 600;

/**
 * The note of the chosen annotation. Shown as a reader reads it until it is opened for writing; what
 * is written is saved when the pen rests and when the field is left. There is no unsaved state to lose.
 */
export function NoteEditor({ annotation }: { readonly annotation: Annotation }) {
  const asked = useDesk((desk) => desk.asked === 'note');
  const [writing, setWriting] = useState(false);
  if (asked || writing)
    return (
      <NoteField
        annotation={annotation}
        onLeave={() => {
          setWriting(false);
          if (asked) useDesk.setState({ asked: null });
        }}
      />
    );
  return (
    <div className="annotation-note">
      {annotation.note && <Markdown>{annotation.note}</Markdown>}
      <Button className="quiet note-button" onPress={() => setWriting(true)}>
        {annotation.note ? 'Edit the note' : 'Write a note…'}
      </Button>
    </div>
  );
}

function NoteField({
  annotation,
  onLeave,
}: {
  readonly annotation: Annotation;
  readonly onLeave: () => void;
}) {
  const [note, setNote] = useState(annotation.note);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = useSaver(annotation, note);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextField
      aria-label="Note"
      className="note-field"
      value={note}
      onChange={setNote}
      onBlur={() => {
        save();
        onLeave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') field.current?.blur();
        else event.continuePropagation();
      }}
    >
      <TextArea className="field" ref={field} rows={4} placeholder="A note in Markdown" />
    </TextField>
  );
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
