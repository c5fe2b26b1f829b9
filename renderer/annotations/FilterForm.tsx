import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Checkbox, Input, Label, TextField } from 'react-aria-components';
import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { holds } from '../../domain/annotation/filter.ts';
import { inTreeOrder, PATH_SIGN, pathOf, treeOf } from '../../domain/tag/tree.ts';
import { Box } from '../alike/Box.tsx';
import { useDesk } from '../desk/desk.ts';
import { useAnnotations } from '../desk/queries.ts';
import { inDigits } from '../desk/words.ts';
import { TagChip } from '../tags/TagChip.tsx';
import type { Vocabulary } from '../workbench/highlights.ts';
import { Choice, type Option } from './Choice.tsx';
import { byCreator, byTag, creatorName, refine, useFiltering } from './filtering.ts';
import { useTagsById } from './shown.ts';

const NONE: readonly Annotation[] = [];

/** What annotations can be filtered by. Every change shows at once; Escape puts the fields away. */
export function FilterForm({ onLeave }: { readonly onLeave: () => void }) {
  const { data } = useAnnotations(useDesk((desk) => desk.cableId));
  const annotations = useDeferredValue(data ?? NONE);
  const filter = useDesk((desk) => desk.filter);
  const { side, since, until, rejected } = filter;
  const anyRejected = rejected || !annotations.every(holds);
  return (
    // Escape leaves the filter, from whichever of its fields the keys are heard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="filter-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <WordsField />
      <TagChoice annotations={annotations} />
      <CreatorChoice annotations={annotations} />
      <Choice
        label="Side"
        none="either side"
        options={sides}
        chosen={side ? [side] : []}
        onChange={(keys) => refine({ side: lastSide(keys, side) })}
      />
      <DayField label="Since" day={since} onChange={(day) => refine({ since: day })} />
      <DayField label="Until" day={until} onChange={(day) => refine({ until: day })} />
      {anyRejected && (
        <Checkbox
          className="tick filter-rejected"
          isSelected={rejected}
          onChange={(on) => refine({ rejected: on })}
        >
          <Box checked={rejected} /> Rejected and merged ones, too
        </Checkbox>
      )}
    </div>
  );
}

/** How long typing rests before the texts are marked anew, in milliseconds. */
const REST = 200;

/** The words that are looked for in quotes and notes. */
function WordsField() {
  const words = useDesk((desk) => desk.filter.words);
  const asked = useFiltering((filtering) => filtering.asked);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const [told, setTold] = useState(words);
  // Taken off elsewhere.
  if (told !== words) {
    setTold(words);
    setTyped(words);
  }
  useEffect(() => {
    if (typed === words) return undefined;
    const timer = setTimeout(() => refine({ words: typed }), REST);
    return () => clearTimeout(timer);
  }, [typed, words]);
  useEffect(() => field.current?.focus(), [asked]);
  return (
    <TextField className="filter-field" value={typed} onChange={setTyped} maxLength={200}>
      <Label>Words</Label>
      <Input ref={field} className="field" placeholder="in quotes and notes" spellCheck="false" />
    </TextField>
  );
}

/** The entry for annotations without a tag; no tag has this id. */
const UNTAGGED = 'untagged';

function TagChoice({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const tagIds = useDesk((desk) => desk.filter.tagIds);
  const untagged = useDesk((desk) => desk.filter.untagged);
  const vocabulary = useTagsById();
  const options = useMemo(() => tagOptions(annotations, vocabulary), [annotations, vocabulary]);
  return (
    <Choice
      label="Tags"
      none="any tag"
      find="Find a tag"
      options={options}
      chosen={untagged ? [...tagIds, UNTAGGED] : tagIds}
      onChange={(keys) =>
        refine({
          tagIds: keys.filter((key) => key !== UNTAGGED),
          untagged: keys.includes(UNTAGGED),
        })
      }
    />
  );
}

function tagOptions(annotations: readonly Annotation[], vocabulary: Vocabulary): Option[] {
  const counts = byTag(annotations, vocabulary);
  const tree = treeOf([...vocabulary.values()], (a, b) => a.localeCompare(b, 'en'));
  const untagged = annotations.filter(({ tagIds }) => tagIds.length === 0).length;
  const options = inTreeOrder(tree).map(({ tag, depth }): Option => {
    const path = pathOf(tag, vocabulary);
    const above = path.slice(0, Math.max(0, path.length - tag.name.length - PATH_SIGN.length));
    return {
      ...{ id: tag.id, name: tag.name, text: path, depth },
      shown: (
        <>
          <TagChip tag={tag} />
          {above !== '' && <span className="by-ear"> in {above}</span>}
        </>
      ),
      count: inDigits(counts.get(tag.id) ?? 0),
    };
  });
  const without = { id: UNTAGGED, name: 'without a tag', text: 'without a tag' };
  return [...options, { ...without, shown: 'Without a tag', depth: 0, count: inDigits(untagged) }];
}

function CreatorChoice({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const creators = useDesk((desk) => desk.filter.creators);
  const options = useMemo(() => {
    const counts = byCreator(annotations);
    return counts.map(([creator, count]): Option => {
      const name = creatorName(creator);
      return {
        id: keyOf(creator),
        name,
        text: name,
        shown: name,
        depth: 0,
        count: inDigits(count),
      };
    });
  }, [annotations]);
  return (
    <Choice
      label="By"
      none="anybody"
      options={options}
      chosen={creators.map(keyOf)}
      onChange={(keys) => refine({ creators: keys.map((key) => key.slice(1)) })}
    />
  );
}

/** A creator as a key, which must not be empty as a name can be. */
function keyOf(creator: string): string {
  return `·${creator}`;
}

const sides: readonly Option[] = (['original', 'transcription'] as const).map((side) => ({
  ...{ id: side, name: side, text: side, shown: `The ${side}`, depth: 0, count: '' },
}));

/** The side chosen last; null where none is left. */
function lastSide(keys: readonly string[], before: Side | null): Side | null {
  const [key] = keys.filter((each) => each !== before);
  const side = key ?? keys[0];
  return side === 'original' || side === 'transcription' ? side : null;
}

interface DayFieldProps {
  readonly label: string;
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}

function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <TextField
      className="filter-field"
      type="date"
      value={day ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : typed)}
    >
      <Label>{label}</Label>
      <Input className="field" max="9999-12-31" />
    </TextField>
  );
}
