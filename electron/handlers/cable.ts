import { basename } from 'node:path';
import { fileNameOf } from '../../domain/text/file-name.ts';
import type { HandlersFor } from '../context.ts';
import { pagesOfPdf } from '../paper.ts';
import { writeWhole } from '../write-file.ts';

/** Requests about cables. */
export const cable = {
  'cable.list': (stretch, { store }) => store.listCables(stretch),

  'cable.open': ({ id }, { store }) => store.openCable(id),

  'cable.position': async (where, { store }) => ({ position: await store.positionOf(where) }),

  'cable.name': ({ id }, { store }) => store.cableName(id),

  'cable.find': (sought, { store }) => store.findCables(sought),

  'cable.read': ({ id }, { store }) => store.readCable(id),

  async 'cable.rememberPlace'({ id, place }, { store }) {
    await store.rememberPlace(id, place);
    return {};
  },

  async 'cable.print'({ cableId }, { store, paper }) {
    return { printed: await paper.print(await store.editionPage(cableId)) };
  },

  async 'cable.savePdf'({ cableId }, { store, paper, dialogs }) {
    const page = await store.editionPage(cableId);
    const path = await dialogs.saveAs(fileNameOf(page.title), 'pdf');
    if (path === null) return null;
    const bytes = await paper.pdf(page);
    await writeWhole(path, bytes);
    return { fileName: basename(path), pages: pagesOfPdf(bytes) };
  },
} satisfies HandlersFor<'cable'>;
