import type { Revision } from '../../domain/history/revision.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { announce } from '../status/announce.ts';
import { compare, restore, useChosenRevision } from './revisions.ts';

/** Compares and restores revisions of the cable on the desk, whatever panel is shown. */
export function HistoryCommands() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  const cableId = cable?.summary.id ?? null;
  // What a sheet covers is not acted on; the palette is put away before its command comes.
  const free = useDesk(({ sheet }) => sheet === null || sheet === 'palette') && cableId !== null;

  async function withPast(act: (chosen: Revision | null, last: Revision) => unknown) {
    if (cableId === null) return;
    await settleTyping();
    const [, ...past] = await request('revision.list', { cableId });
    const [last] = past;
    const { id } = useChosenRevision.getState();
    if (last) await act(past.find((revision) => revision.id === id) ?? null, last);
    else {
      useDesk.setState({ inspector: 'history' });
      announce('There is no earlier revision of this cable.');
    }
  }

  useCommand(
    'history.compare',
    () => withPast((chosen, last) => compare((chosen ?? last).id)),
    free,
  );
  useCommand(
    'history.restore',
    () =>
      withPast((chosen) => {
        useDesk.setState({ inspector: 'history' });
        if (chosen && cableId !== null) return restore(cableId, chosen);
        return announce('Choose an earlier revision in the history, then restore it.');
      }),
    free,
  );
  return null;
}
