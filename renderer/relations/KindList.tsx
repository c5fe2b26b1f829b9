import '../design/menu.css';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { Kind } from './kinds.ts';

interface KindListProps {
  readonly kinds: readonly Kind[];
  readonly chosen: Kind | undefined;
  readonly onChoose: (kind: Kind) => void;
  /** What Enter does, where it does something. */
  readonly onEnter?: (() => void) | undefined;
}

/** The kinds of links, each type from both its ends, to choose one by its arrows or its first letters. */
export function KindList({ kinds, chosen, onChoose, onEnter }: KindListProps) {
  return (
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
        if (keys === 'all') return;
        const kind = kinds.find(({ key }) => keys.has(key));
        if (kind) onChoose(kind);
      }}
      {...(onEnter && { onAction: onEnter })}
    >
      {kinds.map((kind) => (
        <ListBoxItem key={kind.key} id={kind.key} textValue={kind.name}>
          <Text slot="label">{kind.name}</Text>
          {kind.type.description !== '' && (
            <Text slot="description" className="kind-about">
              {kind.type.description}
            </Text>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
