import { Button } from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import type { RequestInput } from '../../domain/contract.ts';
import { RelationName, type RelationType } from '../../domain/relation/relation.ts';
import { request } from '../bridge.ts';
import { keyLabel } from '../commands/keys.ts';
import { DescriptionField } from '../design/DescriptionField.tsx';
import { NameField } from '../design/NameField.tsx';
import { report } from '../desk/desk.ts';
import { count } from '../desk/words.ts';

interface KindFormProps {
  readonly type: RelationType;
  /** How many links are of this kind. */
  readonly uses: number;
  readonly onDeleted: () => void;
}

/** All that can be changed about one kind of link. Each change is saved when its field is left. */
export function KindForm({ type, uses, onDeleted }: KindFormProps) {
  const { id, name, reverse } = type;
  const update = (edit: Omit<RequestInput<'relationType.update'>, 'id'>) =>
    request('relationType.update', { id, ...edit });
  const remove = () => request('relationType.delete', { id }).then(onDeleted).catch(report);
  return (
    <div className="sheet-form">
      <NameField
        label="Name"
        about="As it is read from the first annotation to the second."
        stored={name}
        save={(typed) => {
          const words = nameIn(typed);
          return words === '' || words === name ? null : update({ name: words });
        }}
      />
      <NameField
        label="From the other end"
        about={
          reverse === null
            ? 'Reads the same from both ends. Write another name to give it a direction.'
            : 'As it is read from the second to the first. Empty: the same from both ends.'
        }
        stored={reverse ?? ''}
        save={(typed) => {
          const words = nameIn(typed);
          if (words === (reverse ?? '')) return null;
          return update({ reverse: words === '' ? null : words });
        }}
      />
      <DescriptionField
        label="When to use it"
        stored={type.description}
        rows={3}
        save={(description) => void update({ description }).catch(report)}
      />
      <div className="sheet-delete">
        <p>{fateOf(uses)}</p>
        <Button className="button" onPress={() => void remove()}>
          Delete
        </Button>
      </div>
    </div>
  );
}

/** How often a kind is used, and what its deletion would mean. */
function fateOf(uses: number): string {
  const undo = `Undo (${keyLabel(commands['journal.undo'].key)})`;
  if (uses === 0) return `Not used yet. ${undo} brings a deleted kind back.`;
  const those = uses === 1 ? 'it' : 'them';
  return `On ${count(uses, 'link')}. Deleting removes ${those}; ${undo} brings all of it back.`;
}

/** What was typed as the name it is stored as; empty where it is none. */
function nameIn(typed: string): string {
  const name = RelationName.safeParse(typed);
  return name.success ? name.data : '';
}
