import { protocol, type Session } from 'electron';
import { SCHEME, serve } from './pages.ts';

/** Makes `app://` a scheme like https; Electron wants this before it is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the files of `folder` (a folder on disk or in an asar archive) under `app://` to `session`. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, (request) => serve(request, folder));
}
