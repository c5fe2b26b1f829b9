import './VocabularySheet.css';
import { useCommand } from '../commands/commands.ts';
import { useLibrary, useTags } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { exportTags, importTags, offerStarter, useExchange } from './exchange.ts';
import { ExportForm } from './ExportForm.tsx';
import { TakeForm } from './TakeForm.tsx';

/** Takes tags over into the library, from a file or those the program brings along, and saves them in files. */
export function VocabularySheet() {
  const { data: library } = useLibrary();
  const { data: tags = [] } = useTags();
  const { offer } = useExchange();
  useCommand('vocabulary.starter', offerStarter, Boolean(library));
  useCommand('vocabulary.import', importTags, Boolean(library));
  useCommand('vocabulary.export', exportTags, tags.length > 0);
  return (
    <SheetFrame
      sheet="vocabulary"
      title={offer?.title ?? 'Export tags'}
      className={offer ? 'exchange taking' : 'exchange'}
    >
      {offer ? <TakeForm key={offer.origin} offer={offer} /> : <ExportForm />}
    </SheetFrame>
  );
}
