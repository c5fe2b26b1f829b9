import './LinkSheet.css';
import { useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { useRelationTypes } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { sentenceOf } from '../desk/words.ts';
import { FindAnnotation } from './FindAnnotation.tsx';
import { useSummary } from './finding.ts';
import { KindList } from './KindList.tsx';
import { kindsOf } from './kinds.ts';
import { endsToLink, link, startLinking, useLinking } from './linking.ts';
import { quoteOf } from './words.ts';

/** Links the chosen annotation with another one, or the two that are marked, by a kind of link. */
export function LinkSheet() {
  const ready = useDesk(({ annotationId, marked }) => endsToLink(annotationId, marked) !== null);
  const free = useDesk(({ sheet }) => sheet === null || sheet === 'palette');
  useCommand('annotation.link', startLinking, ready && free);
  return (
    <SheetFrame sheet="link" title="Link annotations" className="linking">
      <Linking />
    </SheetFrame>
  );
}

function Linking() {
  const { fromId, toId } = useLinking();
  const here = useSummary(fromId);
  const other = useSummary(toId);
  const failed = here.error ?? other.error;
  if (failed) return <p className="linking-told">{sentenceOf(failed)}</p>;
  if (!here.data || (toId !== null && !other.data)) return null;
  return <LinkingForm here={here.data} other={other.data ?? null} />;
}

interface LinkingFormProps {
  readonly here: AnnotationSummary;
  /** What it is to be linked with; null where that is to be found. */
  readonly other: AnnotationSummary | null;
}

function LinkingForm({ here, other }: LinkingFormProps) {
  const { data = [] } = useRelationTypes();
  const kinds = kindsOf(data.map(({ type }) => type));
  const last = useLinking((linking) => linking.kindKey);
  const kind = kinds.find(({ key }) => key === last) ?? kinds[0];
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string | null>(null);

  const make = async (found: AnnotationSummary) => {
    if (!kind) return;
    try {
      await link(kind, here, found, note);
      closeSheet();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <div className="linking-parts">
      <div className="linking-how">
        <p className="linking-here">{quoteOf(here)}</p>
        <KindList
          kinds={kinds}
          chosen={kind}
          onChoose={({ key }) => {
            useLinking.setState({ kindKey: key });
            setFailure(null);
          }}
          onEnter={other ? () => void make(other) : undefined}
        />
        <TextField className="linking-note" value={note} onChange={setNote} maxLength={10_000}>
          <Label className="label">Note on the link</Label>
          <TextArea className="field" rows={2} />
        </TextField>
      </div>
      <div className="linking-what">
        {other ? (
          <Known other={other} onLink={() => void make(other)} />
        ) : (
          <FindAnnotation here={here} onChoose={(found) => void make(found)} />
        )}
        <p className="link-failure" role="alert">
          {failure}
        </p>
      </div>
    </div>
  );
}

/** The other annotation where it was marked before. */
function Known({ other, onLink }: { other: AnnotationSummary; onLink: () => void }) {
  return (
    <div className="linking-known">
      <p className="linking-here">{quoteOf(other)}</p>
      <p className="link-where">{other.title}</p>
      <Button className="button primary" onPress={onLink}>
        Link
      </Button>
    </div>
  );
}
