import '../places/places.css';
import './OccurrenceSheet.css';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { folded } from '../../domain/apparatus/words.ts';
import type { OccurrencePlace } from '../../domain/occurrence/occurrence.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { working } from '../library/work.ts';
import { chosenOf, type Left, leftOut } from '../places/choice.ts';
import { Foot } from '../places/Foot.tsx';
import { PlaceList } from '../places/PlaceList.tsx';
import { type Finding, type FoundBy, useFinding } from '../places/searching.ts';
import { Sum } from '../places/Sum.tsx';
import { nowhereWords, type Scope, shown } from '../places/words.ts';
import { announce } from '../status/announce.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';
import { changed, occurrenceKey, taggedKeys } from './choice.ts';
import { OccurrenceForm } from './OccurrenceForm.tsx';
import { askedOf, openOccurrences, searchOf, useQuestion } from './question.ts';
import { TagsButton } from './TagsButton.tsx';
import { doneWords } from './words.ts';

type FoundWords = FoundBy<'occurrence.find'>;

/** Finds words wherever they occur again, and tags all of their places at once. */
export function OccurrenceSheet() {
  const { data: library } = useLibrary();
  useCommand('occurrence.open', openOccurrences, Boolean(library && library.cables > 0));
  return (
    <SheetFrame sheet="occurrences" title="Other occurrences" className="occurrences beside">
      <Occurrences />
    </SheetFrame>
  );
}

const NONE: Left = new Set();

function Occurrences() {
  const question = useQuestion();
  const { byId } = useVocabulary();
  const open = useDesk((desk) => desk.cableId);
  const scope = open === null ? 'library' : question.scope;
  const cableId = scope === 'cable' ? open : null;
  const tagIds = question.tagIds.filter((id) => byId.has(id));
  const asked = askedOf(question, cableId);
  const finding = useFinding('occurrence.find', asked, true);
  const { found } = finding;
  // A tag that is made, or an undo, begins the same search anew: ticks and list stay.
  const key = JSON.stringify(asked);
  // The ticks the reader has changed; what is tagged already is left out by itself.
  const [ticks, setTicks] = useState<{ readonly key: string; readonly own: Left } | null>(null);
  const own = ticks?.key === key ? ticks.own : NONE;
  const { running, outcome, tag } = useTagging(finding);
  const list = outcome === null && question.typed !== '' && found && found.total > 0 ? found : null;
  const current = finding.state === 'found';
  const tagged = taggedKeys(list?.places ?? [], tagIds);
  const left = changed(tagged, own);
  const chosen = list ? list.total - leftOut(list, left) : 0;
  const tagChosen = async (all: FoundWords) => {
    await tag(all, left, { cableId, tagIds, chosen });
    setTicks(null);
  };
  const setLeft = (next: Left) => setTicks({ key, own: changed(tagged, next) });
  const old = !current || running;
  return (
    <>
      <OccurrenceForm
        scope={scope}
        canBeCable={open !== null}
        offered={question.typed === '' ? [] : (found?.variants ?? [])}
      />
      {list && (
        <>
          <Sum found={list} left={left} scope={scope} old={old} onChange={setLeft} />
          <PlaceList key={key} found={list} left={left} old={old} onChange={setLeft}>
            {(place, out) => <Words place={place} out={out} />}
          </PlaceList>
        </>
      )}
      <ImportProgress />
      <Foot
        words={running ? 'Tagging …' : (outcome ?? stateWords(finding, scope, tagIds.length > 0))}
        again={outcome !== null || finding.failure !== null || finding.state === 'stopped'}
        onAgain={finding.again}
      >
        {list && (
          <TagsButton
            label="Tags for these places"
            none="Choose tags"
            tagIds={tagIds}
            onChange={(ids) => useQuestion.setState({ tagIds: ids })}
          />
        )}
        {list && current && !running && chosen > 0 && tagIds.length > 0 && (
          <Button className="button primary" onPress={() => void tagChosen(list).catch(report)}>
            {`Tag ${count(chosen, 'place')}`}
          </Button>
        )}
      </Foot>
    </>
  );
}

/** Where a search stands, for the foot of the sheet; empty where the list says it all. */
function stateWords({ state, found, failure }: Finding<FoundWords>, scope: Scope, canTag: boolean) {
  const { typed } = useQuestion.getState();
  if (typed.trim() === '')
    return 'Places are found while you type. Nothing changes before you say so.';
  if (state === 'failed') return failure ?? '';
  if (state === 'stopped') return 'The search was stopped.';
  if (state === 'searching') return 'Searching …';
  if (found?.total === 0) return nowhereWords(typed, scope);
  return canTag ? '' : 'Choose the tags that these places are to get.';
}

interface WordsProps {
  readonly place: OccurrencePlace;
  /** Whether it is left out. */
  readonly out: boolean;
}

/** A place among its words, with the tags that stand on it. */
function Words({ place: { before, found, after, tagIds }, out }: WordsProps) {
  const { byId } = useVocabulary();
  const tags = tagIds.flatMap((id) => byId.get(id) ?? []);
  return (
    <p className={out ? 'place-words out' : 'place-words'}>
      <span className="place-context">{folded(before)}</span>
      <span className="place-found">{shown(found)}</span>
      <span className="place-context">{folded(after)}</span>
      {tags.length > 0 && (
        <span className="place-tags">
          <span className="by-ear">, tagged </span>
          {tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
        </span>
      )}
    </p>
  );
}

interface Wanted {
  readonly cableId: string | null;
  readonly tagIds: readonly string[];
  /** How many places are chosen. */
  readonly chosen: number;
}

/** Tags what was chosen, and tells what came of it until something else is asked. */
function useTagging({ key, expect }: Finding<FoundWords>) {
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<{ readonly key: string; readonly words: string } | null>(null);
  async function tag(found: FoundWords, left: Left, { cableId, tagIds, chosen }: Wanted) {
    const search = searchOf(useQuestion.getState());
    if (!search) return;
    const { only, except } = chosenOf(found, left);
    setRunning(true);
    // Its notice, before or after the answer, must not begin a search: what was done is to be read first.
    expect(true);
    try {
      const outcome = await working(
        { name: 'Tagging', thing: 'cable' },
        request('occurrence.tag', {
          ...{ search, cableId, tagIds: [...tagIds] },
          only: only?.map(occurrenceKey) ?? null,
          except: except.map(occurrenceKey),
        }),
      );
      if (outcome.annotations === 0) expect(false);
      const words = doneWords(outcome, chosen);
      setDone({ key, words });
      announce(words);
    } catch (error) {
      expect(false);
      throw error;
    } finally {
      setRunning(false);
    }
  }
  return { running, outcome: done?.key === key ? done.words : null, tag };
}
