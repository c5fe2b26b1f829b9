import './relations.css';
import { useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { request } from '../bridge.ts';
import { useRelationTypes } from '../desk/queries.ts';
import { sentenceOf } from '../desk/words.ts';
import { KindList } from './KindList.tsx';
import { kindsOf } from './kinds.ts';
import type { Link } from './links.ts';

interface LinkFormProps {
  readonly link: Link;
  readonly onClose: () => void;
}

/** Another kind, direction or note of a link. Nothing changes until it is saved, as one action. */
export function LinkForm({ link: { relation, kind, fromHere }, onClose }: LinkFormProps) {
  const { data = [] } = useRelationTypes();
  const [wanted, setWanted] = useState(kind);
  const [note, setNote] = useState(relation.note);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async () => {
    const { id } = relation;
    try {
      const turned = wanted.type.reverse !== null && wanted.reversed === fromHere;
      await request('relation.update', { id, typeId: wanted.type.id, note: note.trim(), turned });
      onClose();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <>
      <KindList
        kinds={kindsOf(data.map(({ type }) => type))}
        chosen={wanted}
        onChoose={setWanted}
        onEnter={() => void save()}
      />
      <div className="link-change-foot">
        <TextField value={note} onChange={setNote} maxLength={10_000}>
          <Label className="label">Note on the link</Label>
          <TextArea className="field" rows={2} />
        </TextField>
        {failure !== null && (
          <p className="link-failure" role="alert">
            {failure}
          </p>
        )}
        <div className="link-change-buttons">
          <Button className="quiet" onPress={onClose}>
            Leave it
          </Button>
          <Button className="button primary" onPress={() => void save()}>
            Save
          </Button>
        </div>
      </div>
    </>
  );
}
