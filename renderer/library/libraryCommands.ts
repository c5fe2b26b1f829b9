import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { importing } from './importing.ts';

/** New, Open and Import. What they change comes back as a notice. */
export function useLibraryCommands(open: boolean) {
  useCommand('library.new', () => request('library.create', {}));
  useCommand('library.open', () => request('library.open', {}));
  useCommand('import.files', () => importing(request('import.choose', { what: 'files' })), open);
  useCommand('import.folder', () => importing(request('import.choose', { what: 'folder' })), open);
}
