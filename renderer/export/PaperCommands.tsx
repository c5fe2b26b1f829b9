import { useCommand } from '../commands/commands.ts';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import { announce } from '../status/announce.ts';

/** Puts the cable on the desk on paper, as its reading edition. */
export function PaperCommands() {
  const cableId = useDesk((desk) => desk.cableId);
  useCommand('cable.print', print, cableId !== null);
  useCommand('cable.savePdf', savePdf, cableId !== null);
  return null;
}

async function print() {
  const { cableId } = useDesk.getState();
  if (cableId === null) return;
  const { printed } = await request('cable.print', { cableId });
  if (printed) announce('The cable is being printed.');
}

async function savePdf() {
  const { cableId } = useDesk.getState();
  if (cableId === null) return;
  const saved = await request('cable.savePdf', { cableId });
  if (!saved) return;
  const { fileName, pages } = saved;
  announce(`Saved ${fileName}${pages === null ? '' : `, ${count(pages, 'page')}`}.`);
}
