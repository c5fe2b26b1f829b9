import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { commands } from '../../domain/command.ts';
import { give } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { chooseAnnotation, report, useDesk } from '../desk/desk.ts';
import { settleTyping } from '../desk/typing.ts';
import { deleteAnnotation } from './actions.ts';
import { Places } from './Places.tsx';

/** What can be done with an annotation that has no place: nothing of it happens by itself. */
export function PlaceAgain({ annotation }: { readonly annotation: Annotation }) {
  const selected = useDesk((desk) => desk.selection !== null);
  const [looking, setLooking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const look = async () => {
    chooseAnnotation(annotation.id);
    await settleTyping();
    setLooking(true);
  };
  return (
    <>
      <div className="annotation-tray" role="group" aria-label="Without a place">
        <Button
          ref={button}
          className="link"
          aria-expanded={looking}
          onPress={() => (looking ? setLooking(false) : void look().catch(report))}
        >
          Find places
        </Button>
        <Button
          className="link"
          isDisabled={!selected}
          onPress={() => {
            chooseAnnotation(annotation.id);
            give('annotation.place');
          }}
        >
          Place on the selection
        </Button>
        <Button className="link" onPress={() => void deleteAnnotation(annotation.id).catch(report)}>
          Delete
        </Button>
      </div>
      {looking && (
        <Places
          annotation={annotation}
          onClose={() => {
            setLooking(false);
            button.current?.focus();
          }}
        />
      )}
      {!looking && !selected && (
        <p className="annotation-hint">
          To choose the place yourself, select its words on either side
          <kbd>{keyLabel(commands['annotation.place'].key)}</kbd>
        </p>
      )}
    </>
  );
}
