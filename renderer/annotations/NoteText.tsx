import './notes.css';
import { isValidElement, type ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { noteTargetOf } from '../../domain/annotation/note-link.ts';
import { AnnotationLink, CableLink } from '../relations/NoteLinks.tsx';
import { shallowNotes } from '../../domain/annotation/shallow-note.ts';

/**
 * A note in Markdown as a reader reads it. Its links lead to annotations and cables of the library;
 * whatever would lead out of it, links and pictures alike, is set as words with their address.
 */
export function NoteText({ note }: { readonly note: string }) {
  return (
    <Markdown remarkPlugins={PLUGINS} urlTransform={(address) => address} components={components}>
      {note}
    </Markdown>
  );
}

const PLUGINS = [shallowNotes];

const components: Components = {
  a: ({ href = '', children }) => <NoteLink address={href}>{children}</NoteLink>,
  img: ({ src, alt = '' }) => <Address address={src ?? ''}>{alt}</Address>,
};

interface AddressProps {
  readonly address: string;
  readonly children: ReactNode;
}

function NoteLink({ address, children }: AddressProps) {
  const target = noteTargetOf(address);
  if (!target) return <Address address={address}>{children}</Address>;
  const words = wordsIn(children) === address ? null : children;
  return target.what === 'annotation' ? (
    <AnnotationLink id={target.id}>{words}</AnnotationLink>
  ) : (
    <CableLink id={target.id}>{words}</CableLink>
  );
}

/** Words with an address that leads nowhere from here. */
function Address({ address, children }: AddressProps) {
  const words = wordsIn(children);
  if (words === '' || words === address) return <span className="note-address">{address}</span>;
  return (
    <>
      {children} <span className="note-address">({address})</span>
    </>
  );
}

/** The words of what a note's Markdown has become. */
function wordsIn(children: ReactNode): string {
  if (typeof children === 'string' || typeof children === 'number') return String(children);
  if (Array.isArray(children)) return children.map((child: ReactNode) => wordsIn(child)).join('');
  if (!isValidElement<{ readonly children?: ReactNode }>(children)) return '';
  return wordsIn(children.props.children);
}
