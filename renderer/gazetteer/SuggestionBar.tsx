import { Button, Toolbar } from 'react-aria-components';
import { sameName } from '../../domain/tag/tag.ts';
import { createTag } from '../annotations/actions.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import { TagsButton } from '../occurrences/TagsButton.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';
import { kindTitles } from './kinds.ts';
import { useKindTags } from './kindTags.ts';
import { namesOf, type Row } from './proposals.ts';

interface SuggestionBarProps {
  /** The line the reader is at. */
  readonly row: Row | undefined;
  /** How many places are proposed in all. */
  readonly total: number;
  /** The tag of the line's kind. */
  readonly tagId: string | null;
  /** Whether the places are those of the text as it stands. */
  readonly current: boolean;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
  /** The keys go back to the list. */
  readonly onDone: () => void;
}

/** What can be done with the line of the list the reader is at. */
export function SuggestionBar(props: SuggestionBarProps) {
  const { row, total, tagId, current, onAccept, onDismiss, onDone } = props;
  if (!row)
    return (
      <section className="suggestion-bar" aria-label="Suggestion">
        <p className="suggestion-hint">
          {count(total, 'place')} could be tagged. Choose one, a name or a kind; nothing is tagged
          before you accept it.
        </p>
      </section>
    );
  const { type, kind, entries, proposals } = row;
  const [entry, another] = entries;
  const act = (deed: () => void) => () => {
    deed();
    onDone();
  };
  const all = count(proposals.length, 'place');
  return (
    <section className="suggestion-bar" aria-label="Suggestion">
      <h3 className="suggestion-name">{type === 'kind' ? kindTitles[kind] : namesOf(entries)}</h3>
      {type !== 'kind' && entry && !another && entry.description !== '' && (
        <p className="suggestion-description">{entry.description}</p>
      )}
      <div className="suggestion-tag">
        <span>{kindTitles[kind]} get the tag</span>
        <TagsButton
          label={`Tag for ${kindTitles[kind].toLowerCase()}`}
          none="none yet"
          tagIds={tagId === null ? [] : [tagId]}
          single
          onChange={([id = null]) => useKindTags.setState({ [kind]: id })}
        />
        {tagId === null && (
          <MakeTag name={kindTitles[kind]} onMade={(id) => useKindTags.setState({ [kind]: id })} />
        )}
      </div>
      <Toolbar className="decision-buttons" aria-label="What to do with it">
        <Button
          className="button primary"
          isDisabled={tagId === null || !current}
          onPress={act(onAccept)}
        >
          {type === 'place' ? 'Accept' : `Accept ${all}`}
        </Button>
        {type !== 'kind' && (
          <Button className="button" onPress={act(onDismiss)}>
            {type === 'place' ? 'Dismiss' : `Dismiss ${all}`}
          </Button>
        )}
        {type !== 'kind' && entry && !another && (
          <Button
            className="quiet"
            onPress={act(() => void request('gazetteer.remove', { id: entry.id }).catch(report))}
          >
            Delete the entry
          </Button>
        )}
      </Toolbar>
      <p className="suggestion-hint">
        Space accepts{type === 'kind' ? '' : ', Delete dismisses, Enter shows the place'}.
      </p>
    </section>
  );
}

interface MakeTagProps {
  readonly name: string;
  readonly onMade: (id: string) => void;
}

/** Offers to make the tag that is missing, unless there is one of this name. */
function MakeTag({ name, onMade }: MakeTagProps) {
  const { tags } = useVocabulary();
  if (tags.some((tag) => sameName(tag.name, name))) return null;
  return (
    <Button
      className="button"
      onPress={() =>
        void createTag(name)
          .then(({ id }) => onMade(id))
          .catch(report)
      }
    >
      Make “{name}”
    </Button>
  );
}
