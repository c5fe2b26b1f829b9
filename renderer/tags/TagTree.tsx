import './TagTree.css';
import { type RefObject, useRef } from 'react';
import {
  Button,
  Collection,
  type DropTarget,
  Input,
  Label,
  ListLayout,
  TextField,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import type { TagNode } from '../../domain/tag/tree.ts';
import { inDigits } from '../desk/words.ts';
import type { Narrowed } from './narrowed.ts';
import { TagChip } from './TagChip.tsx';
import { tagKeyLabel } from './TagLine.tsx';
import { selfAndBelow, type Vocabulary } from './vocabulary.ts';

interface TagTreeProps {
  readonly vocabulary: Vocabulary;
  /** The part of the tree that is shown. */
  readonly shown: Narrowed;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
  /** A tag is to stand below another, or at the top. */
  readonly onMove: (id: string, parentId: string | null) => void;
  readonly ref: RefObject<HTMLDivElement | null>;
}

/** A row's height, in pixels; the style says it, too. */
const ROW = 28;

const LAYOUT = { rowHeight: ROW };

/**
 * The rows one below the other. React Aria's own layout keeps what it knows of a row that went out of
 * sight when others were opened above it, and then does not lay it out again when it gets the focus.
 */
class TreeLayout extends ListLayout<TagNode> {
  override update(context: Parameters<ListLayout<TagNode>['update']>[0]): void {
    if (this.virtualizer?.collection !== this.lastCollection) this.layoutNodes.clear();
    super.update(context);
  }
}

/** What a tag is while it is dragged: other things cannot be dropped on tags. */
const DRAGGED = 'application/x-cablewright-tag';

/**
 * The vocabulary as a tree. Arrows walk and open, letters find, Shift and Ctrl choose several; a tag is
 * dragged below another by pointer, or by the handle at its end with Enter and the arrows.
 */
export function TagTree(props: TagTreeProps) {
  const { vocabulary, shown, typed, onType, open, onOpen, chosen, onChoose, ref } = props;
  const { dragAndDropHooks } = useMoving(props);
  return (
    <>
      <TextField className="tag-tree-find" value={typed} onChange={onType}>
        <Label className="by-ear">Find tags</Label>
        <Input className="field" type="search" placeholder="Find tags" maxLength={200} />
      </TextField>
      <Virtualizer layout={TreeLayout} layoutOptions={LAYOUT}>
        <Tree
          ref={ref}
          className="tag-tree"
          aria-label="Tags"
          items={shown.tree}
          dependencies={[open, vocabulary]}
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChoose(
              keys === 'all' ? new Set(rowsOf(shown.tree, open)) : new Set([...keys].map(String)),
            )
          }
          expandedKeys={open}
          onExpandedChange={(keys) => onOpen(new Set([...keys].map(String)))}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => (
            <p className="tag-tree-none">
              {typed === '' ? 'No tags yet.' : 'No tag has these letters.'}
            </p>
          )}
        >
          {(node) => <TagRow id={node.tag.id} node={node} open={open} vocabulary={vocabulary} />}
        </Tree>
      </Virtualizer>
    </>
  );
}

interface TagRowProps {
  /** That of the tag; the tree tells its rows apart by it. */
  readonly id: string;
  readonly node: TagNode;
  readonly open: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
}

function TagRow({ id, node: { tag, below }, open, vocabulary }: TagRowProps) {
  const { uses = 0, usesBelow = 0 } = vocabulary.listedById.get(tag.id) ?? {};
  const more = usesBelow - uses;
  return (
    <TreeItem id={id} className="tag-row" textValue={tag.name}>
      <TreeItemContent>
        <Button slot="chevron" className="tag-chevron">
          <span aria-hidden="true">›</span>
        </Button>
        <TagChip tag={tag} />
        <span className="tag-row-end">
          {tag.key !== null && <kbd>{tagKeyLabel(tag.key)}</kbd>}
          <span
            className="tag-uses"
            title={more > 0 ? `${inDigits(usesBelow)} with the tags below it` : undefined}
          >
            {inDigits(uses)}
            <span className="by-ear">
              {' '}
              {uses === 1 ? 'use' : 'uses'}
              {more > 0 && `, ${inDigits(usesBelow)} with the tags below it`}
            </span>
          </span>
          <Button slot="drag" className="tag-grip">
            <span aria-hidden="true">⠿</span>
          </Button>
        </span>
      </TreeItemContent>
      {/* One tag is enough to say that a closed row can be opened. */}
      <Collection
        items={open.has(tag.id) ? below : below.slice(0, 1)}
        dependencies={[open, vocabulary]}
      >
        {(child) => <TagRow id={child.tag.id} node={child} open={open} vocabulary={vocabulary} />}
      </Collection>
    </TreeItem>
  );
}

/** Moving a tag by dragging it onto another, or beside all onto the tree itself. */
function useMoving({ vocabulary, shown, open, chosen, onMove, ref: scroller }: TagTreeProps) {
  const dragged = useRef<string | null>(null);
  const canDrop = (target: DropTarget) => {
    const tag = dragged.current === null ? undefined : vocabulary.byId.get(dragged.current);
    if (!tag) return false;
    if (target.type === 'root') return tag.parentId !== null;
    const parentId = String(target.key);
    const below = selfAndBelow(tag.id, vocabulary);
    return target.dropPosition === 'on' && tag.parentId !== parentId && !below.has(parentId);
  };
  const rows = rowsOf(shown.tree, open);
  /** What stands under the pointer. A tag that cannot be dropped on is no way to the top. */
  const underPointer = (y: number): DropTarget => {
    const key = rows[Math.floor((y + (scroller.current?.scrollTop ?? 0)) / ROW)];
    return key === undefined ? { type: 'root' } : { type: 'item', key, dropPosition: 'on' };
  };
  return useDragAndDrop<TagNode>({
    dropTargetDelegate: {
      getDropTargetFromPoint(_x, y, isValid) {
        const target = underPointer(y);
        return isValid(target) ? target : null;
      },
    },
    // What is moved together would be several steps of undo.
    isDisabled: chosen.size > 1,
    getItems: (keys) =>
      [...keys].map((key) => ({
        [DRAGGED]: String(key),
        'text/plain': vocabulary.byId.get(String(key))?.name ?? '',
      })),
    acceptedDragTypes: [DRAGGED],
    onDragStart: ({ keys: [key] }) => {
      dragged.current = key === undefined ? null : String(key);
    },
    getDropOperation: (target) => (canDrop(target) ? 'move' : 'cancel'),
    onDrop: ({ target }) => {
      const id = dragged.current;
      if (id === null || !canDrop(target)) return;
      onMove(id, target.type === 'root' ? null : String(target.key));
    },
  });
}

/** The ids of the rows that are to be seen, from the first to the last. */
function rowsOf(tree: readonly TagNode[], open: ReadonlySet<string>): string[] {
  return tree.flatMap(({ tag, below }) => [
    tag.id,
    ...(open.has(tag.id) ? rowsOf(below, open) : []),
  ]);
}
