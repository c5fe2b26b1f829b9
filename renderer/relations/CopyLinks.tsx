import { noteLink } from '../../domain/annotation/note-link.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { copy } from '../desk/copy.ts';
import { useDesk } from '../desk/desk.ts';
import { announce } from '../status/announce.ts';

/** Puts links on the clipboard as a note has them: to the chosen annotation, to the cable on the desk. */
export function CopyLinks() {
  const annotationId = useDesk((desk) => desk.annotationId);
  const cableId = useDesk((desk) => desk.cableId);
  useCommand(
    'annotation.copyLink',
    async () => {
      if (annotationId === null) return;
      const { id, quote, title } = await request('annotation.read', { id: annotationId });
      give(noteLink(quote === '' ? title : quote, { what: 'annotation', id }));
    },
    annotationId !== null,
  );
  useCommand(
    'cable.copyLink',
    async () => {
      if (cableId === null) return;
      const { id, title } = await request('cable.name', { id: cableId });
      give(noteLink(title, { what: 'cable', id }));
    },
    cableId !== null,
  );
  return null;
}

function give(link: string) {
  copy(link);
  announce('The link is on the clipboard; paste it into a note.');
}
