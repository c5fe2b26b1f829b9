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

/**
 * Has Node load what pages are answered with. Its machinery for `fetch` is loaded when it is first named, which
 * takes some 80 ms; before Electron is ready there is time for it.
 */
export function warmPages(): void {
  void globalThis.Response;
}

/** Serves the files of `folder` (a folder on disk or in an asar archive) under `app://` to `session`. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, (request) => serve(request, folder));
}
