import './SheetFrame.css';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type Sheet, useDesk } from './desk.ts';

interface SheetFrameProps {
  readonly sheet: Sheet;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Puts the sheet that lies on the desk away. */
export function closeSheet() {
  useDesk.setState({ sheet: null });
}

/** A sheet on the desk with its title and a way to put it away. Escape does it too. */
export function SheetFrame({ sheet, title, className = '', children }: SheetFrameProps) {
  const open = useDesk((desk) => desk.sheet === sheet);
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      isDismissable
      onOpenChange={(stays) => stays || closeSheet()}
    >
      <Modal>
        <Dialog className={`popover sheet ${className}`}>
          <header className="sheet-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button className="quiet" onPress={closeSheet}>
              Close
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
