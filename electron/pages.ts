import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** The scheme of our own pages. */
export const SCHEME = 'app';

const HOST = 'cablewright';

/** The address of the window's page. */
export const PAGE = `${SCHEME}://${HOST}/index.html`;

/** Where the page holds the place for its nonce: `<meta name="csp-nonce" content="__CSP_NONCE__">`. */
const NONCE_PLACE = '__CSP_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Whether an address is that of a file of our own. */
export function isOwnAddress(address: string): boolean {
  return URL.canParse(address) && isOwn(new URL(address));
}

/** Whether an address is that of the window's page, wherever in it. */
export function isPage(address: string): boolean {
  return isOwnAddress(address) && new URL(address).pathname === new URL(PAGE).pathname;
}

/** The answer to one request for a file of `folder`: the file, or 404 for whatever is not one of them. */
export async function serve(
  request: { readonly method: string; readonly url: string },
  folder: string,
): Promise<Response> {
  const path = request.method === 'GET' ? pathOf(request.url, folder) : null;
  const type = path && TYPES[extname(path)];
  if (!path || !type) return missing();
  try {
    const bytes = await readFile(path);
    return extname(path) === '.html' ? page(bytes.toString('utf8')) : respond(bytes, type);
  } catch {
    return missing();
  }
}

/**
 * The path of the file an address means, or null where it leads out of `folder`. The URL parser has
 * resolved `..` already; what is left of it can only be an encoded one, which no file of ours needs.
 */
export function pathOf(address: string, folder: string): string | null {
  if (!isOwnAddress(address)) return null;
  const wanted = decode(new URL(address).pathname);
  if (wanted === null || /[\\\0]|(^|\/)\.\.?(\/|$)/u.test(wanted)) return null;
  const path = normalize(join(folder, wanted));
  return path.startsWith(normalize(folder) + sep) ? path : null;
}

/**
 * The content security policy of the page. Only our own scripts, styles, fonts and images; the nonce
 * is for the style elements that CodeMirror writes. Nothing may be asked of any server.
 */
export function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Nobody signs in to our pages, and they have no port: an address with either is somebody else's. */
function isOwn({ protocol, host, username, password }: URL): boolean {
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** What is said with every file: it is what its type says, only our page may use it, and by itself it may do nothing. */
const GUARDED = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** The page with a nonce issued anew for each load, so that none can be learnt and used again. */
function page(html: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const headers = { 'content-security-policy': policy(nonce), 'cache-control': 'no-store' };
  return respond(html.replaceAll(NONCE_PLACE, nonce), TYPES['.html'] ?? '', headers);
}

function respond(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  headers: object = {},
): Response {
  return new Response(body, { headers: { ...GUARDED, 'content-type': type, ...headers } });
}

function missing(): Response {
  return new Response('There is no such file.', { status: 404 });
}
