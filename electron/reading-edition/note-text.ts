import { micromark } from 'micromark';
import { noteTargetOf, type NoteTarget } from '../../domain/annotation/note-link.ts';
import { escaped } from './html.ts';

/** Where on the page, or beside it, something of the library is found; null where it is not. */
export type Leads = (target: NoteTarget) => string | null;

/**
 * A note's Markdown as HTML. Tags written in it stand there as words. A link leads to what is within reach,
 * or into the web; a picture is told by its words and its address, since the page fetches nothing.
 */
export function noteText(note: string, leads: Leads): string {
  // All addresses come through here; those that are not ours to keep are taken away below.
  return micromark(note, { allowDangerousProtocol: true })
    .replace(/<img src="([^"]*)" alt="([^"]*)"[^>]*>/gu, picture)
    .replace(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gu, (_link, address: string, words: string) =>
      link(address, words, leads),
    );
}

/** The addresses that a browser may go to from a page that somebody reads. */
const SAFE = /^(?:https?|mailto):/iu;

function link(address: string, words: string, leads: Leads): string {
  const target = noteTargetOf(address);
  const href = target ? leads(target) : SAFE.test(address) ? address : null;
  if (href !== null) return `<a href="${target ? escaped(href) : href}">${words}</a>`;
  if (target) return `${words} <span class="elsewhere">(elsewhere in the library)</span>`;
  return words === address ? words : `${words} <span class="elsewhere">(${address})</span>`;
}

function picture(_image: string, address: string, words: string): string {
  const told = words === '' ? 'picture' : words;
  return `${told} <span class="elsewhere">(${address})</span>`;
}
