interface BoxProps {
  readonly checked: boolean | 'mixed';
  readonly onPress?: () => void;
}

/** The box of a tick, for readers by eye; readers by ear are told by what it stands in. */
export function Box({ checked, onPress }: BoxProps) {
  return (
    // The keys and readers by ear are served by the line or the control around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className="box"
      data-checked={checked}
      aria-hidden="true"
      onClick={(event) => {
        if (!onPress) return;
        event.stopPropagation();
        onPress();
      }}
    />
  );
}
