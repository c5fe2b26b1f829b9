import './relations.css';
import { Button, Dialog, DialogTrigger, Link as LinkTo, Popover } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { startGoing } from './going.ts';
import { LinkForm } from './LinkForm.tsx';
import { type Link, useLinks } from './links.ts';
import { quoteOf } from './words.ts';

interface LinkLinesProps {
  readonly annotation: Annotation;
  /** Whether the links can be changed here. */
  readonly chosen: boolean;
}

/** The links of an annotation, each a line: how it is linked, and with what, which can be gone to. */
export function LinkLines({ annotation: { id, cableId }, chosen }: LinkLinesProps) {
  const links = useLinks(id, cableId);
  if (links.length === 0) return null;
  return (
    <ul className="link-lines" aria-label="Links">
      {links.map((link) => (
        <LinkLine key={link.relation.id} link={link} cableId={cableId} chosen={chosen} />
      ))}
    </ul>
  );
}

interface LinkLineProps {
  readonly link: Link;
  /** The cable whose annotation it is a link of. */
  readonly cableId: string;
  readonly chosen: boolean;
}

function LinkLine({ link, cableId, chosen }: LinkLineProps) {
  const { relation, kind, other } = link;
  const what = quoteOf(other);
  const said = `${kind.name} ${what}`;
  return (
    <li className="link-line">
      <p>
        <span className="link-kind">{kind.name}</span>{' '}
        <LinkTo className="link link-words" onPress={() => startGoing(other.id)}>
          {what}
        </LinkTo>
        {other.cableId !== cableId && <span className="link-where"> in {other.title}</span>}
      </p>
      {relation.note && <p className="link-note">{relation.note}</p>}
      {chosen && (
        <div className="link-buttons">
          <DialogTrigger>
            <Button className="quiet">
              Change…<span className="by-ear"> the link {said}</span>
            </Button>
            <Popover className="popover" placement="bottom end">
              <Dialog className="link-change" aria-label="Change the link">
                {({ close }) => <LinkForm link={link} onClose={close} />}
              </Dialog>
            </Popover>
          </DialogTrigger>
          <Button
            className="quiet"
            onPress={() => void request('relation.delete', { id: relation.id }).catch(report)}
          >
            Remove<span className="by-ear"> the link {said}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
