import '../design/menu.css';
import { useRef } from 'react';
import {
  Button,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  TextField,
  Toolbar,
} from 'react-aria-components';
import type { Revision } from '../../domain/history/revision.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { inDigits } from '../desk/words.ts';
import { useDraft } from '../design/useDraft.ts';
import { compare, restore } from './revisions.ts';
import { choiceOf, standingOf } from './words.ts';

interface RevisionBarProps {
  readonly cableId: string;
  /** The revision looked at. */
  readonly revision: Revision;
  /** All revisions of the cable, the newest first. */
  readonly revisions: readonly Revision[];
  /** The reader is done with the field. */
  readonly onLeave: () => void;
}

/** What can be done with the revision that is looked at: say what it is about, compare it, restore it. */
export function RevisionBar({ cableId, revision, revisions, onLeave }: RevisionBarProps) {
  const [newest] = revisions;
  const isNow = revision.id === newest?.id;
  const before = revisions[revisions.indexOf(revision) + 1];
  return (
    <section className="revision-bar" aria-label="This revision">
      <h3>{standingOf(revision)}</h3>
      <MessageField cableId={cableId} revision={revision} onLeave={onLeave} />
      <Toolbar className="revision-buttons" aria-label={standingOf(revision)}>
        {isNow && before && (
          <Button className="button" onPress={() => compare(before.id)}>
            Compare with {inDigits(before.number)}
          </Button>
        )}
        {!isNow && (
          <Button className="button" onPress={() => compare(revision.id)}>
            Compare with now
          </Button>
        )}
        {revisions.length > 2 && <CompareWith revision={revision} revisions={revisions} />}
        {!isNow && (
          <Button
            className="button restore"
            onPress={() => void restore(cableId, revision).catch(report)}
          >
            Restore
          </Button>
        )}
      </Toolbar>
    </section>
  );
}

type CompareWithProps = Pick<RevisionBarProps, 'revision' | 'revisions'>;

/** Any other revision to compare this one with; the older stands on the left. */
function CompareWith({ revision, revisions }: CompareWithProps) {
  const [newest] = revisions;
  const others = revisions.filter((other) => other !== revision);
  return (
    <MenuTrigger>
      <Button className="quiet" aria-label="Compare with another revision…">
        Another…
      </Button>
      <Popover className="popover" placement="top end">
        <Menu
          className="menu"
          items={others}
          onAction={(key) => {
            const other = others.find(({ id }) => id === key);
            if (!other) return;
            const [older, newer] =
              other.number < revision.number ? [other, revision] : [revision, other];
            compare(older.id, newer === newest ? null : newer.id);
          }}
        >
          {(other) => <MenuItem id={other.id}>{choiceOf(other)}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What the revision is about. Saved when the field is left; Escape leaves it as it was. */
function MessageField({
  cableId,
  revision,
  onLeave,
}: Pick<RevisionBarProps, 'cableId' | 'revision' | 'onLeave'>) {
  const { id, message: stored } = revision;
  const [message, setMessage] = useDraft(stored);
  const given = useRef(stored);
  const leaving = useRef(false);

  function save(said: string) {
    if (said === given.current) return;
    given.current = said;
    request('revision.name', { cableId, id, message: said }).catch((error: unknown) => {
      given.current = stored;
      report(error);
    });
  }

  return (
    <TextField
      className="checked-field"
      value={message}
      onChange={setMessage}
      maxLength={500}
      onBlur={() => {
        if (!leaving.current) save(message.trim());
        leaving.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          save(message.trim());
          onLeave();
        } else if (event.key === 'Escape') {
          leaving.current = true;
          setMessage(stored);
          onLeave();
        } else event.continuePropagation();
      }}
    >
      <Label className="by-ear">What it is about</Label>
      <Input className="field" placeholder="What this work is about" />
    </TextField>
  );
}
