import './MarkedBar.css';
import { useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { useDesk } from '../desk/desk.ts';
import { markTo, toggleMark } from './marking.ts';
import { saidOf } from './said.ts';

/** Takes an annotation among those to act on; with Shift all from the one marked last to this one. */
export function MarkBox({ annotation }: { readonly annotation: Annotation }) {
  const { id } = annotation;
  const marked = useDesk((desk) => desk.marked.has(id));
  const shift = useRef(false);
  return (
    <Checkbox
      className="mark-box"
      aria-label={`Mark ${saidOf(annotation)}`}
      isSelected={marked}
      onPointerDownCapture={(event) => {
        shift.current = event.shiftKey;
      }}
      onKeyDown={(event) => {
        shift.current = event.shiftKey;
        event.continuePropagation();
      }}
      onChange={() => (shift.current ? markTo(id) : toggleMark(id))}
    >
      <span className="box" data-checked={marked} aria-hidden="true" />
    </Checkbox>
  );
}
