import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Button, Checkbox, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { TagName } from '../../domain/tag/tag.ts';
import { Box } from '../places/Box.tsx';
import { request } from '../bridge.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { report } from '../desk/desk.ts';
import { count, inDigits, sentenceOf } from '../desk/words.ts';
import { workingOn } from '../library/work.ts';
import { announce } from '../status/announce.ts';
import { TagChoice } from './TagChoice.tsx';
import type { ListedTag } from './vocabulary.ts';
import { sought } from './vocabulary.ts';
import { splitWords, undoWords } from './words.ts';

interface SplitPanelProps {
  readonly listed: ListedTag;
  readonly onSplit: (madeId: string) => void;
  readonly onCancel: () => void;
}

/** A line's height before it has been measured, in pixels. */
const LINE = 46;

/** How many uses are asked for at once. */
const STRETCH = 500;

/** Splits a tag: the annotations ticked get a new tag in its place. */
export function SplitPanel({ listed: { tag }, onSplit, onCancel }: SplitPanelProps) {
  const { uses, total, failure } = useUses(tag.id);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState(tag.parentId);
  const [refused, setRefused] = useState<string | null>(null);
  // What has lost the tag meanwhile is no longer to be seen, so it is not chosen either.
  const annotationIds = uses.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const wanted = TagName.safeParse(name);

  async function split() {
    if (!wanted.success) return;
    try {
      const draft = { id: tag.id, name: wanted.data, parentId, annotationIds };
      const work = { name: 'Splitting a tag', thing: 'annotation' };
      const made = await workingOn(draft.annotationIds.length, work, request('tag.split', draft));
      announce(
        `Split ${made.name} off ${tag.name}: ${count(annotationIds.length, 'annotation')}. ${undoWords()} brings it back.`,
      );
      onSplit(made.id);
    } catch (error) {
      setRefused(sentenceOf(error));
    }
  }

  return (
    <Form
      className="tag-split"
      aria-label="Split"
      onSubmit={(event) => {
        event.preventDefault();
        if (annotationIds.length > 0) void split().catch(report);
      }}
    >
      <div className="tag-split-new">
        <TextField
          className="checked-field"
          autoFocus
          value={name}
          onChange={(typed) => {
            setName(typed);
            setRefused(null);
          }}
          isInvalid={refused !== null}
          validationBehavior="aria"
          maxLength={80}
        >
          <Label className="label">Name of the new tag</Label>
          <Input className="field" />
          <FieldError className="field-error">{refused}</FieldError>
        </TextField>
        <TagChoice
          label="Below"
          value={parentId}
          none="At the top"
          without={nothing}
          onChange={setParentId}
        />
      </div>
      <Uses uses={uses} ticked={ticked} onTick={setTicked} name={tag.name} />
      <div className="tag-split-foot">
        <p role="status">
          {failure ??
            (uses.length < total
              ? `Reading ${inDigits(uses.length)} of ${inDigits(total)} …`
              : splitWords(annotationIds.length, total, tag, wanted.success ? wanted.data : ''))}
        </p>
        <div className="tag-do">
          <Button
            type="submit"
            className="button primary"
            isDisabled={annotationIds.length === 0 || !wanted.success}
          >
            Split
          </Button>
          <Button className="button" onPress={onCancel}>
            Cancel
          </Button>
        </div>
      </div>
    </Form>
  );
}

const nothing: ReadonlySet<string> = new Set();

interface UsesProps {
  readonly uses: readonly AnnotationSummary[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  readonly name: string;
}

/** The annotations that have a tag, to be ticked one by one or all that hold some words. */
function Uses({ uses, ticked, onTick, name }: UsesProps) {
  const [words, setWords] = useState('');
  const [active, setActive] = useState<number | null>(null);
  const shown = useMemo(() => holding(uses, words), [uses, words]);
  const on = shown.filter(({ id }) => ticked.has(id)).length;
  const all = on === shown.length && on > 0 ? true : on > 0 ? 'mixed' : false;

  function tick(ids: readonly string[], put: boolean) {
    const next = new Set(ticked);
    for (const id of ids)
      if (put) next.add(id);
      else next.delete(id);
    onTick(next);
  }

  const toggle = (index: number) => {
    const one = shown[index];
    if (one) tick([one.id], !ticked.has(one.id));
  };

  return (
    <>
      <div className="tag-split-find">
        <Checkbox
          className="tick"
          isSelected={all === true}
          isIndeterminate={all === 'mixed'}
          isDisabled={shown.length === 0}
          onChange={() => {
            const ids = shown.map(({ id }) => id);
            tick(ids, all !== true);
          }}
        >
          <Box checked={all} />
          <span>{words === '' ? 'All' : `All ${inDigits(shown.length)} found`}</span>
        </Checkbox>
        <TextField
          value={words}
          onChange={setWords}
          onKeyDown={(event) => {
            // Whoever looks for words does not split yet.
            if (event.key === 'Enter') event.preventDefault();
            else event.continuePropagation();
          }}
        >
          <Label className="by-ear">Find among the uses</Label>
          <Input
            className="field"
            type="search"
            placeholder="Find words, notes or cables"
            maxLength={200}
          />
        </TextField>
      </div>
      <div className="tag-split-uses">
        <VirtualListBox
          label={`Uses of ${name}`}
          count={shown.length}
          active={active !== null && active < shown.length ? active : null}
          estimate={LINE}
          onMove={setActive}
          onAct={toggle}
          onTick={toggle}
          checked={(index) => ticked.has(shown[index]?.id ?? '')}
        >
          {(index) => {
            const one = shown[index];
            return one && <Use use={one} checked={ticked.has(one.id)} />;
          }}
        </VirtualListBox>
      </div>
    </>
  );
}

interface UseProps {
  readonly use: AnnotationSummary;
  readonly checked: boolean;
}

function Use({ use: { quote, title, note }, checked }: UseProps) {
  return (
    <div className="tag-use">
      <Box checked={checked} />
      <p>
        <span className="tag-use-words">{quote === '' ? 'The whole cable' : quote}</span>
        <span className="tag-use-where">
          {title}
          {note !== '' && ` · ${note}`}
        </span>
      </p>
    </div>
  );
}

/** The uses with some words in the quote, the note or the title of the cable. */
function holding(uses: readonly AnnotationSummary[], words: string): readonly AnnotationSummary[] {
  const wanted = sought(words);
  if (wanted === '') return uses;
  return uses.filter(({ quote, note, title }) =>
    [quote, note, title].some((text) => sought(text).includes(wanted)),
  );
}

/** All annotations that have a tag, as they come. */
function useUses(id: string) {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['uses', id],
    queryFn: ({ pageParam: offset }) => request('tag.uses', { id, offset, limit: STRETCH }),
    initialPageParam: 0,
    getNextPageParam: ({ total, uses }, pages) => {
      const read = pages.reduce((sum, page) => sum + page.uses.length, 0);
      return uses.length > 0 && read < total ? read : undefined;
    },
    gcTime: 0,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const uses = useMemo(() => data?.pages.flatMap((page) => page.uses) ?? [], [data]);
  return {
    uses,
    total: data?.pages[0]?.total ?? 0,
    failure: error === null ? null : sentenceOf(error),
  };
}
