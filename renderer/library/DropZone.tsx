import './DropZone.css';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { request } from '../bridge.ts';
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
    if (files.length > 0) importing(request('import.dropped', {}, files)).catch(report);
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
          <p>Texts, archives and TEI volumes, or folders of them. Nothing is taken in twice.</p>
        </div>
      )}
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}
