import { editionLosses } from '../../domain/exchange/edition-losses.ts';
import type { Export, Writer } from '../../domain/exchange/writer.ts';
import { indexFrame, indexLine } from './index-page.ts';
import { cablePage } from './page.ts';

/** The file with the list of all cables. */
const INDEX = 'index.html';

/** The reading edition: a page a cable in the folder `cables`, and a list that leads to them. */
export const html: Writer = {
  write(frame, { fonts = true }): Export {
    const around = indexFrame(frame, fonts);
    const list = (cableId: string) => `../${INDEX}#c-${cableId}`;
    return {
      begin: () => [{ path: INDEX, content: around.open }],
      cable(record, name) {
        const path = `cables/${name}.html`;
        return [
          { path, content: cablePage(record, frame, { fonts, list }).html },
          { path: INDEX, content: indexLine(record, path) },
        ];
      },
      end: () => [{ path: INDEX, content: around.close }],
    };
  },

  losses: editionLosses,
};
