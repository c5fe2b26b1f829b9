import '../design/menu.css';
import './relations.css';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Kind } from './kinds.ts';

interface KindListProps {
  readonly kinds: readonly Kind[];
  readonly chosen: Kind | undefined;
  readonly onChoose: (kind: Kind) => void;
  /** What Enter does, where it does something. */
  readonly onEnter?: (() => void) | undefined;
}

/** The kinds of links, each type from both its ends, to choose one by the arrows or its first letters. */
export function KindList({ kinds, chosen, onChoose, onEnter }: KindListProps) {
  const choose = (wanted: unknown) => {
    const kind = kinds.find(({ key }) => key === wanted);
    if (kind && kind.key !== chosen?.key) onChoose(kind);
  };
  return (
    // Letters typed move the focus alone: the kind that has it is the one that is chosen.
    <div
      className="kind-list-frame"
      onFocus={({ target }) => choose(target.closest('[data-key]')?.getAttribute('data-key'))}
    >
      <ListBox
        className="menu kind-list"
        aria-label="Kind of link"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The reader has just asked for this list.
        autoFocus
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={chosen ? [chosen.key] : []}
        onSelectionChange={(keys) => {
          if (keys !== 'all') for (const key of keys) choose(key);
        }}
        {...(onEnter && { onAction: onEnter })}
      >
        {kinds.map((kind) => (
          <ListBoxItem key={kind.key} id={kind.key} textValue={kind.name}>
            <span>{kind.name}</span>
            {kind.type.description !== '' && (
              <span className="kind-about">{kind.type.description}</span>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}
