import type { ReactNode } from 'react';
import { Link, Tooltip, TooltipTrigger } from 'react-aria-components';
import { openCable, useDesk } from '../desk/desk.ts';
import { BringBack, isDiscarded } from '../discarded/BringBack.tsx';
import { sentenceOf } from '../desk/words.ts';
import { useCableName, useSummary } from './finding.ts';
import { startGoing } from './going.ts';
import { quoteOf } from './words.ts';

interface NoteLinkProps {
  readonly id: string;
  /** The words of the link; without any it is named by what it leads to. */
  readonly children: ReactNode;
}

/** A link in a note to an annotation, of whichever cable. */
export function AnnotationLink({ id, children }: NoteLinkProps) {
  const { data, error } = useSummary(id);
  if (error)
    return (
      <BrokenLink why={sentenceOf(error)} way={isDiscarded(error) && <DiscardedLink />}>
        {children ?? 'An annotation'}
      </BrokenLink>
    );
  const about = data ? `${quoteOf(data)}, in ${data.title}` : '';
  return (
    <LiveLink about={about} onGo={() => startGoing(id)}>
      {children ?? (data ? quoteOf(data) : '…')}
    </LiveLink>
  );
}

/** A link in a note to a cable. */
export function CableLink({ id, children }: NoteLinkProps) {
  const { data, error } = useCableName(id);
  if (isDiscarded(error))
    return (
      <BrokenLink why={sentenceOf(error)} way={<BringBack id={id} />}>
        {children ?? 'A cable'}
      </BrokenLink>
    );
  if (error)
    return (
      <BrokenLink why="This cable is not in this library.">{children ?? 'A cable'}</BrokenLink>
    );
  return (
    <LiveLink about={data?.title ?? ''} onGo={() => openCable(id)}>
      {children ?? data?.title ?? '…'}
    </LiveLink>
  );
}

interface LiveLinkProps {
  /** What the link leads to. */
  readonly about: string;
  readonly onGo: () => void;
  readonly children: ReactNode;
}

function LiveLink({ about, onGo, children }: LiveLinkProps) {
  return (
    <TooltipTrigger delay={400}>
      <Link className="link note-link" onPress={onGo}>
        {children}
      </Link>
      <Tooltip className="tooltip" offset={6}>
        {about}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface BrokenLinkProps {
  readonly why: string;
  /** How it can be made to lead somewhere again. */
  readonly way?: ReactNode;
  readonly children: ReactNode;
}

/** The words of a link that leads nowhere any more, and why. */
function BrokenLink({ why, way, children }: BrokenLinkProps) {
  return (
    <span className="note-broken">
      <s>{children}</s> <span className="note-why">({why})</span> {way}
    </span>
  );
}

/** The way to all deleted cables, from a link to an annotation of one of them. */
function DiscardedLink() {
  return (
    <Link className="link note-link" onPress={() => useDesk.setState({ sheet: 'discarded' })}>
      Deleted cables
    </Link>
  );
}
