import { createRequire } from 'node:module';

/** What tests ask of an element of a page. */
export interface PageElement {
  readonly id: string;
  readonly localName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string }>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
  remove(): void;
}

// The package brings no types, and this part of the program knows no browser's.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  readonly JSDOM: new (html: string) => { readonly window: { readonly document: PageElement } };
};

/** A page as a browser reads it. Its scripts are not run. */
export function pageIn(html: string): PageElement {
  return new JSDOM(html).window.document;
}
