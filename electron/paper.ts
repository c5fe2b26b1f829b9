import { v7 as newId } from 'uuid';
import { app, BrowserWindow, session, type Session, type WebContents } from 'electron';
import { FailureError } from '../domain/failure.ts';
import { escaped } from './reading-edition/html.ts';
import { fontRules } from './reading-edition/fonts.ts';
import { SAFE } from './lockdown.ts';
import { SCHEME } from './pages.ts';

/** A page as it is to come out on paper. */
export interface PaperPage {
  readonly title: string;
  readonly html: string;
}

/** Puts pages on paper. */
export interface Paper {
  /** Has the system print a page; false where its dialog was left. */
  print(page: PaperPage): Promise<boolean>;
  /** A page as the bytes of a PDF. */
  pdf(page: PaperPage): Promise<Uint8Array>;
}

/** Runs in the page: ends when its faces are there. */
const SETTLED = 'document.fonts.ready.then(() => true)';

/** What Chromium calls it when somebody leaves the dialog of printing. */
const LEFT = /cancell?ed/iu;

/** Where people print on Letter (Unicode CLDR, supplemental data on paper sizes); all others do on A4. */
const LETTER: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** Puts pages on paper by windows that nobody sees; they end with the window that `current` gives. */
export function paperOf(current: () => BrowserWindow | null): Paper {
  const pages = new Map<string, string>();
  let own: Session | null = null;
  const sessionOfPages = () => (own ??= pagesIn(pages));

  /** Loads a page into a window without a bridge to anything, for as long as `work` is at it. */
  const shown = async <T>(html: string, work: (contents: WebContents) => Promise<T>) => {
    const address = `${SCHEME}://cablewright/paper/${newId()}`;
    const parent = current();
    const window = new BrowserWindow({
      show: false,
      ...(parent && { parent }),
      webPreferences: { session: sessionOfPages(), ...SAFE },
    });
    pages.set(address, html);
    try {
      // What a PDF says it was made with.
      window.webContents.setUserAgent(`Cablewright ${app.getVersion()}`);
      await window.loadURL(address);
      await window.webContents.executeJavaScript(SETTLED);
      return await work(window.webContents);
    } finally {
      pages.delete(address);
      if (!window.isDestroyed()) window.destroy();
    }
  };

  return {
    print: ({ html }) => shown(html, printed),
    pdf: ({ title, html }) =>
      shown(html, (contents) =>
        contents.printToPDF({
          pageSize: LETTER.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: footer(title),
        }),
      ),
  };
}

/** A session that knows the pages at hand and nothing else. It is kept in memory alone. */
function pagesIn(pages: ReadonlyMap<string, string>): Session {
  const made = session.fromPartition('paper', { cache: false });
  made.protocol.handle(SCHEME, ({ url }) => {
    const html = pages.get(url);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return html === undefined
      ? new Response('There is no such page.', { status: 404 })
      : new Response(html, { headers });
  });
  return made;
}

function printed(contents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: true }, (success, reason) => {
      if (success || LEFT.test(reason)) resolve(success);
      else reject(notPrinted(reason));
    });
  });
}

function notPrinted(reason: string): FailureError {
  return new FailureError(
    'unexpected',
    `The page could not be printed: the system says “${reason}”. Look whether a printer is set up, or save it as PDF instead.`,
  );
}

/** The foot of each page: what it is a page of, and its number. */
function footer(title: string): string {
  return `<style>${fontRules()}
    footer { width: 100%; margin: 0 15mm 1mm; display: flex; gap: 6mm; font: 7.4pt "Source Serif 4", Georgia, serif; color: #6d655b; }
    .of { flex: 1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }</style>
    <footer><span class="of">${escaped(title)}</span><span class="pageNumber"></span></footer>`;
}

/** How many pages a PDF has, as its tree of pages says; null where it does not say so plainly. */
export function pagesOfPdf(bytes: Uint8Array): number | null {
  const counts = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/gu),
  ];
  const most = Math.max(0, ...counts.map(([, count]) => Number(count)));
  return most > 0 ? most : null;
}
