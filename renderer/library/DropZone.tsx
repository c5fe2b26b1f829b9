import './DropZone.css';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { request } from '../bridge.ts';
import { FailureError } from '../../domain/failure.ts';
import { dropAnnotations, isAnnotations } from '../coming/coming.ts';
import { report } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { importing } from './importing.ts';

/** The whole window takes files and folders that are dropped on it. Anything else passes it by. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const { data: library } = useLibrary();
  const [over, setOver] = useState(false);
  // Each element under the pointer is entered before the last one is left.
  const depth = useRef(0);

  function enter(event: DragEvent, by: 1 | -1) {
    if (!hasFiles(event)) return;
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  }

  function drop(event: DragEvent) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) takeIn(files).catch(report);
  }

  return (
    <div
      className="drop-zone"
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop-veil">
          <p>{library ? `Drop to import into “${library.name}”` : 'Open a library first'}</p>
          <p>
            Texts, archives and TEI volumes, or folders of them; annotations. Nothing is taken in
            twice.
          </p>
        </div>
      )}
    </div>
  );
}

/** Takes in what was dropped: texts at once; of a file of annotations the reader first sees what it would bring. */
async function takeIn(files: readonly File[]): Promise<void> {
  const annotations = files.filter(isAnnotations);
  const [first, another] = annotations;
  if (another)
    throw new FailureError(
      'bad-input',
      `${annotations.length} files of annotations were dropped. Drop them one after the other: what each brings is looked at before it is taken over.`,
    );
  const texts = files.filter((file) => !isAnnotations(file));
  if (texts.length > 0) await importing(request('import.dropped', {}, texts));
  if (first) await dropAnnotations(first);
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}
