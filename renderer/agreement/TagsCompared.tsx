import '../design/menu.css';
import {
  Autocomplete,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
  useFilter,
} from 'react-aria-components';
import { TagChip } from '../tags/TagChip.tsx';
import { pathWords, useVocabulary } from '../tags/vocabulary.ts';

interface TagsComparedProps {
  readonly chosen: readonly string[];
  readonly onChange: (tagIds: string[]) => void;
}

/** Chooses the tags that are compared, each with all below it; none chosen are all. */
export function TagsCompared({ chosen, onChange }: TagsComparedProps) {
  const { listed } = useVocabulary();
  const { contains } = useFilter({ sensitivity: 'base' });
  const names = listed.filter(({ tag }) => chosen.includes(tag.id)).map(({ tag }) => tag.name);
  return (
    <Select
      className="agreement-field"
      selectionMode="multiple"
      value={[...chosen]}
      onChange={(keys) => onChange(keys.map(String))}
    >
      <Label className="label">Tags</Label>
      <Button className="field agreement-choice">
        <SelectValue>
          {names.length === 0 ? 'All tags, and marks without a tag' : names.join(', ')}
        </SelectValue>
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Autocomplete filter={contains}>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The reader has just opened this list. */}
          <SearchField aria-label="Find a tag" className="agreement-find" autoFocus>
            <Input className="field" placeholder="Find a tag" />
          </SearchField>
          <ListBox
            className="menu"
            aria-label="Tags to compare"
            renderEmptyState={() => <p className="agreement-empty">No tag has these words.</p>}
          >
            {listed.map((each) => (
              <ListBoxItem
                key={each.tag.id}
                id={each.tag.id}
                textValue={pathWords(each)}
                style={{ paddingLeft: `${INDENT + each.above.length * STEP}px` }}
              >
                {({ isSelected }) => (
                  <span className="agreement-tag">
                    <span className="agreement-tick" aria-hidden="true">
                      {isSelected ? '✓' : ''}
                    </span>
                    <TagChip tag={each.tag} />
                  </span>
                )}
              </ListBoxItem>
            ))}
          </ListBox>
        </Autocomplete>
      </Popover>
    </Select>
  );
}

/** How far the tags are set in, and how much further each level, in pixels. */
const INDENT = 8;
const STEP = 16;
