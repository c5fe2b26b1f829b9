import { createHash } from 'node:crypto';
import { escaped, when } from './html.ts';

/** What a page is made of. */
export interface Page {
  readonly title: string;
  /** Style sheets, each an element of its own. */
  readonly styles: readonly string[];
  readonly script: string;
  readonly body: string;
}

/** A whole page, up to where its body may be gone on with (`open`), and what ends it (`close`). */
export interface Frame {
  readonly open: string;
  readonly close: string;
}

/** What stands around the body of a page: its head with a policy that lets in its own styles and script and nothing else, and its end. */
export function frameAround({ title, styles, script }: Omit<Page, 'body'>): Frame {
  const sheets = styles.filter((style) => style !== '');
  const open = `<!doctype html>
<html lang="en" id="top">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(sheets, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Cablewright">
<title>${escaped(title)}</title>
${sheets.map((sheet) => `<style>${sheet}</style>`).join('\n')}
</head>
<body>
`;
  return { open, close: `${when(script, `<script>${script}</script>\n`)}</body>\n</html>\n` };
}

/** The page as one text. */
export function wholePage(page: Page): string {
  const { open, close } = frameAround(page);
  return `${open}${page.body}\n${close}`;
}

/** Only what has one of these digests is heeded; nothing is fetched, nothing sent, nothing framed. */
function policy(styles: readonly string[], script: string): string {
  const sheets = styles.map((style) => `'sha256-${digest(style)}'`).join(' ');
  return [
    "default-src 'none'",
    `style-src ${sheets}`,
    `script-src ${script === '' ? "'none'" : `'sha256-${digest(script)}'`}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
