import '../proposals/DecisionBar.css';
import '../design/menu.css';
import './EmendationBar.css';
import { type Ref, useEffect, useRef } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  TextArea,
  TextField,
  Toolbar,
} from 'react-aria-components';
import type { EmendationEntry } from '../../domain/apparatus/apparatus.ts';
import { EmendationReason } from '../../domain/emendation/emendation.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { openCable, report, useDesk } from '../desk/desk.ts';
import { lookAt } from '../proposals/deciding.ts';
import { reasonOf } from '../proposals/words.ts';
import { emendedWords, originalWords, reasonNames, sentence } from './emendationWords.ts';
import { explainEmendation } from './looking.ts';
import { useDraftNote } from './useDraftNote.ts';

interface EmendationBarProps {
  readonly cableId: string;
  /** The entry that is looked at. */
  readonly entry: EmendationEntry;
  readonly ref?: Ref<HTMLElement>;
}

/** Who emended the place that is looked at, and when; why, as far as they have said so. */
export function EmendationBar({ cableId, entry, ref }: EmendationBarProps) {
  const { emendation, reading, waiting } = entry;
  const { reason, note, lost, witness } = emendation;
  const draft = useDraftNote(note, (text) => explainEmendation(cableId, emendation, reason, text));
  return (
    <section className="decision emendation" aria-label="Emendation" ref={ref}>
      <h3 className="decision-rule">{sentence(emendedWords(emendation))}</h3>
      {lost ? (
        <p className="decision-standing entry-loss">Without a place. {lost.reason}</p>
      ) : (
        <p className="decision-standing">{sentence(originalWords(reading))}.</p>
      )}
      {witness !== null && (
        <p className="decision-standing">
          Taken over from another witness (W).{' '}
          <Button className="link" onPress={() => openCable(witness)}>
            Open it
          </Button>
        </p>
      )}
      <ReasonChoice
        reason={reason}
        onChoose={(chosen) =>
          void explainEmendation(cableId, emendation, chosen, draft.text).catch(report)
        }
      />
      <TextField
        className="emendation-field"
        value={draft.text}
        onChange={draft.write}
        onBlur={draft.save}
      >
        <Label>Note</Label>
        <TextArea className="field" rows={2} />
      </TextField>
      <Toolbar className="decision-buttons" aria-label="This emendation">
        <CommandButton name="emendation.takeBack">Take back</CommandButton>
      </Toolbar>
      {waiting.map((change) => (
        <p key={`${change.from} ${change.rule}`} className="decision-standing">
          A proposal waits on these words: {reasonOf(change)}{' '}
          <Button className="link" onPress={() => lookAt(change)}>
            Decide on it
          </Button>
        </p>
      ))}
    </section>
  );
}

interface ReasonChoiceProps {
  readonly reason: EmendationReason | null;
  readonly onChoose: (reason: EmendationReason | null) => void;
}

/** The reason an editor gives. It takes the keys over when the reason was asked for. */
function ReasonChoice({ reason, onChoose }: ReasonChoiceProps) {
  const asked = useDesk((desk) => desk.asked === 'reason');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!asked) return;
    button.current?.focus();
    useDesk.setState({ asked: null });
  }, [asked]);
  return (
    <Select
      className="emendation-field"
      value={reason ?? 'none'}
      onChange={(key) => onChoose(EmendationReason.safeParse(key).data ?? null)}
    >
      <Label>Reason</Label>
      <Button className="quiet" ref={button}>
        <SelectValue className="entry-choice" />
      </Button>
      <Popover className="popover" placement="top start" offset={4}>
        <ListBox className="menu">
          {EmendationReason.options.map((name) => (
            <ListBoxItem key={name} id={name} className="entry-choice">
              {sentence(reasonNames[name])}
            </ListBoxItem>
          ))}
          <ListBoxItem id="none" className="entry-choice">
            None given
          </ListBoxItem>
        </ListBox>
      </Popover>
    </Select>
  );
}
