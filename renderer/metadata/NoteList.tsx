import { Button } from 'react-aria-components';
import type { Original } from '../../domain/library/cable.ts';
import type { Structure } from '../../domain/structure/structure.ts';
import { wordsIn } from '../../domain/tei/searchable.ts';
import { jumpTo } from '../desk/desk.ts';

interface NoteListProps {
  readonly original: Original;
  readonly structure: readonly Structure[];
}

function go({ from, to }: Structure) {
  jumpTo({ side: 'original', from, to });
}

/** The notes of the document, each with the marks that refer to it. */
export function NoteList({ original, structure }: NoteListProps) {
  const notes = structure.filter(({ type }) => type === 'note');
  const marks = structure.filter(({ type }) => type === 'noteReference');
  if (notes.length === 0) return null;
  return (
    <section className="note-list" aria-label="Notes">
      <h3 className="label">Notes</h3>
      <ol>
        {notes.map((note, index) => (
          <li key={note.from} className="note-line">
            <span className="note-label">{note.label}</span>
            <div>
              <Button className="evidence" onPress={() => go(note)}>
                {wordsIn(original, note).replace(/^\s*\d+\.\s+/u, '')}
              </Button>
              <Marks marks={marks.filter((mark) => mark.note === index)} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Marks({ marks }: { readonly marks: readonly Structure[] }) {
  if (marks.length === 0) return <p className="note-marks">no mark in the text</p>;
  return (
    <p className="note-marks">
      {marks.map((mark) => (
        <Button key={mark.from} className="quiet" onPress={() => go(mark)}>
          mark {mark.label} in the text
        </Button>
      ))}
    </p>
  );
}
