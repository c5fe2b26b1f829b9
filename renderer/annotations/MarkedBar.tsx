import '../design/menu.css';
import './MarkedBar.css';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import {
  Button,
  Dialog,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Toolbar,
} from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { typing, useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { count, inDigits } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { TagLine } from '../tags/TagLine.tsx';
import { TagPicker } from '../tags/TagPicker.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';
import { createTag, deleteAnnotations, putTags, takeTag } from './actions.ts';
import { askMarked, keepMarked, mark, toggleMark, useMarkedBar } from './marking.ts';

interface MarkedBarProps {
  /** The annotations that are shown, in the order of the lists: those without a place come first. */
  readonly unplaced: readonly Annotation[];
  readonly shown: readonly Annotation[];
}

/** Marks annotations by command, and acts on all that are marked: in a bar above their list, while there are some. */
export function MarkedBar({ unplaced, shown }: MarkedBarProps) {
  const all = useMemo(() => [...unplaced, ...shown], [unplaced, shown]);
  const ids = useDesk((desk) => desk.marked);
  const chosenId = useDesk((desk) => desk.annotationId);
  useEffect(() => keepMarked(all), [all]);
  useCommand('annotation.mark', () => chosenId && toggleMark(chosenId), chosenId !== null);
  useCommand('annotation.markAll', () => mark(new Set(all.map(({ id }) => id))), all.length > 0);
  const marked = useMemo(
    () => (ids.size === 0 ? [] : all.filter(({ id }) => ids.has(id))),
    [all, ids],
  );
  return marked.length > 0 && <Bar marked={marked} />;
}

function Bar({ marked }: { readonly marked: readonly Annotation[] }) {
  const bar = useRef<HTMLDivElement>(null);
  useListStaying(bar);
  const leave = () => {
    listBelow(bar.current)?.focus();
    mark(new Set());
  };
  useEscape(leave);
  const words = count(marked.length, 'annotation');
  const remove = async () => {
    listBelow(bar.current)?.focus();
    await deleteAnnotations(marked.map(({ id }) => id));
    useDesk.setState({ marked: new Set() });
    announce(`Deleted ${words}`);
  };
  return (
    <Toolbar ref={bar} className="marked-bar" aria-label="With those marked">
      <span className="marked-count">{inDigits(marked.length)} marked</span>
      <TagMarked marked={marked} words={words} />
      <TakeOff marked={marked} words={words} />
      <Button className="quiet" onPress={() => void remove().catch(report)}>
        Delete
      </Button>
      <Button className="quiet" onPress={leave}>
        Clear
      </Button>
    </Toolbar>
  );
}

interface MarkedProps {
  readonly marked: readonly Annotation[];
  /** How many they are: "12 annotations". */
  readonly words: string;
}

/** Puts tags on all annotations marked; one that all have is taken off. */
function TagMarked({ marked, words }: MarkedProps) {
  const open = useMarkedBar((asked) => asked.open);
  const button = useRef<HTMLButtonElement>(null);
  const ids = marked.map(({ id }) => id);
  const onAll = [...usesOf(marked)].flatMap(([id, uses]) => (uses === marked.length ? id : []));
  const toggle = (tagId: string) =>
    onAll.includes(tagId) ? takeTag(ids, tagId, words) : putTags(ids, [tagId], words);
  return (
    <>
      <Button ref={button} className="quiet" onPress={() => askMarked(true)}>
        Tag…
      </Button>
      <Popover
        className="popover"
        placement="bottom end"
        triggerRef={button}
        isOpen={open}
        onOpenChange={askMarked}
      >
        <Dialog aria-label={`Tags of ${words}`}>
          <TagPicker
            chosen={onAll}
            onToggle={(tagId) => void toggle(tagId).catch(report)}
            onCreate={(name, colour, parentId) =>
              void createTag(name, colour, parentId)
                .then((tag) => putTags(ids, [tag.id], words))
                .catch(report)
            }
            onClose={() => askMarked(false)}
          />
        </Dialog>
      </Popover>
    </>
  );
}

/** Takes one of the tags that any of them has off all annotations marked. */
function TakeOff({ marked, words }: MarkedProps) {
  const { listed } = useVocabulary();
  const ids = marked.map(({ id }) => id);
  const uses = usesOf(marked);
  return (
    <MenuTrigger>
      <Button className="quiet" isDisabled={uses.size === 0}>
        Take off…
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Tags to take off"
          onAction={(key) => void takeTag(ids, String(key), words).catch(report)}
        >
          {listed
            .filter(({ tag }) => uses.has(tag.id))
            .map((each) => (
              <MenuItem key={each.tag.id} id={each.tag.id} textValue={each.tag.name}>
                <TagLine listed={each} />
                <small>
                  {inDigits(uses.get(each.tag.id) ?? 0)} of {inDigits(marked.length)}
                </small>
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** How many of some annotations have each of their tags. */
function usesOf(annotations: readonly Annotation[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { tagIds } of annotations)
    for (const id of tagIds) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}

type Part = RefObject<HTMLElement | null>;

/** The list of annotations beside a part of the panel; it can take the focus. */
function listBelow(part: HTMLElement | null) {
  return part?.parentElement?.querySelector<HTMLElement>('.annotations');
}

/**
 * Keeps the cards under the pointer where they are when the bar above them comes or goes, so that the
 * next one is not missed.
 */
function useListStaying(bar: Part) {
  useLayoutEffect(() => {
    const list = listBelow(bar.current);
    const height = bar.current?.offsetHeight ?? 0;
    if (!list?.matches(':hover')) return undefined;
    list.scrollTop += height;
    return () => {
      list.scrollTop -= height;
    };
  }, [bar]);
}

/** Escape puts the marks away, wherever nothing else is to be left by it. */
function useEscape(leave: () => void) {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target.closest('[role="dialog"]');
      if (event.key !== 'Escape' || event.defaultPrevented || typing(event) || elsewhere) return;
      if (useDesk.getState().sheet === null) latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
