import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';

interface FootProps {
  readonly words: string;
  /** Whether the reader can only go on by searching again. */
  readonly again: boolean;
  readonly onAgain: () => void;
  readonly children: ReactNode;
}

/** The foot of a sheet with places: what has become of the question, and what to do about it. */
export function Foot({ words, again, onAgain, children }: FootProps) {
  const foot = useRef<HTMLElement>(null);
  // Where a button goes that has been pressed, Escape and Undo must still be heard by the sheet.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    foot.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  });
  return (
    <footer className="sheet-foot" ref={foot}>
      <p role="status">{words}</p>
      {again && (
        <Button className="button" onPress={onAgain}>
          Search again
        </Button>
      )}
      {children}
    </footer>
  );
}
