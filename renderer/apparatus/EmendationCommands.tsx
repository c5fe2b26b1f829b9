import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { askReason, stepEmendation, takeBackEmendation } from './looking.ts';

/** Walks through the emendations of the cable on the desk, whatever panel is shown. */
export function EmendationCommands() {
  const cableId = useDesk((desk) => desk.cableId);
  const emendationId = useDesk((desk) => desk.emendationId);
  const { data } = useCable(cableId);
  const cable = data?.summary.id === cableId ? data : null;
  // What a sheet covers cannot be emended; the palette is put away before its command comes.
  const free = useDesk(({ sheet }) => sheet === null || sheet === 'palette') && cable !== null;
  const chosen = cable?.emendations.some(({ id }) => id === emendationId) ?? false;
  useCommand('emendation.next', () => stepEmendation(1), free);
  useCommand('emendation.previous', () => stepEmendation(-1), free);
  useCommand('emendation.explain', askReason, free);
  useCommand('emendation.takeBack', takeBackEmendation, free && chosen);
  return null;
}
