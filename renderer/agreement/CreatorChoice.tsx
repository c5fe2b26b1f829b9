import '../design/menu.css';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { count } from '../desk/words.ts';
import type { Creator } from './asking.ts';
import { nameOf } from './words.ts';

interface CreatorChoiceProps {
  readonly label: string;
  readonly creators: readonly Creator[];
  readonly chosen: string;
  readonly onChoose: (creator: string) => void;
}

/** No name at all is no key of a list. */
const keyOf = (creator: string) => `by ${creator}`;

/** Chooses one of those who have annotated. */
export function CreatorChoice({ label, creators, chosen, onChoose }: CreatorChoiceProps) {
  return (
    <Select
      className="agreement-field"
      value={keyOf(chosen)}
      onChange={(key) => {
        const one = creators.find(({ creator }) => keyOf(creator) === key);
        if (one) onChoose(one.creator);
      }}
    >
      <Label className="label">{label}</Label>
      <Button className="field agreement-choice">
        <SelectValue>{nameOf(chosen)}</SelectValue>
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <ListBox className="menu">
          {creators.map(({ creator, annotations, cables }) => (
            <ListBoxItem key={creator} id={keyOf(creator)} textValue={nameOf(creator)}>
              <span>{nameOf(creator)}</span>
              <span className="agreement-facts">
                {count(annotations, 'annotation')} in {count(cables, 'cable')}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
