import type { ChangeEntry, EmendationEntry } from '../../domain/apparatus/apparatus.ts';
import { reasonNames, ruleName } from '../../domain/apparatus/names.ts';
import { type Reading, wordsOf } from '../../domain/apparatus/words.ts';
import { explain } from '../../domain/clean/rules.ts';
import { longDate } from '../../domain/metadata/shown-date.ts';
import { type Edition, type NumberedEntry, paragraphAt } from './edition.ts';
import { count, escaped, when } from './html.ts';

/** The apparatus: what the transcription has, what the original has in its place, and why. */
export function apparatusSection(edition: Edition): string {
  const { entries, readings } = edition;
  if (entries.length === 0 && readings === 0) return '';
  const markup = when(
    readings > 0,
    `<p class="aside">${count(readings, 'reading')} of the edition’s own markup are not listed: the original shows them.</p>\n`,
  );
  return `<section id="apparatus">
<h2>Apparatus</h2>
<p class="aside"><i>O</i> is the original; <i>om.</i> stands where a text has nothing; <span class="sign">|</span> is the end of a line, <span class="sign">¶</span> an empty line.</p>
${markup}<ol class="apparatus">
${entries.map((one) => item(edition, one)).join('\n')}
</ol>
${rulesUsed(edition)}</section>`;
}

function item(edition: Edition, { number, entry }: NumberedEntry): string {
  const onSide = entry.kind === 'emendation' ? `t${number}` : `o${number}`;
  const { words } = paragraphAt(edition, 'original', entry.range.from);
  const place = `<a class="place" href="#${onSide}">${words}</a>`;
  const told = entry.kind === 'change' ? change(entry) : emendation(entry);
  return `<li id="e${number}">${place} ${told}</li>`;
}

function change({ lemma, reading, rule, status, reason, changes }: ChangeEntry): string {
  const [{ decidedBy, decidedAt }] = changes;
  const person =
    decidedBy === null
      ? ''
      : `${status} by ${decidedBy}${when(decidedAt, `, ${longDate((decidedAt ?? '').slice(0, 10))}`)}`;
  const said = [
    status === 'accepted' || person !== ''
      ? ''
      : `<b>${status === 'proposed' ? 'only proposed' : 'rejected'}</b>`,
    escaped(ruleName(rule)),
    escaped(reason ?? ''),
    escaped(person),
  ];
  return `${lemmaOf(lemma)}${witness(reading, 'O')} <span class="why">${joined(said)}</span>`;
}

function emendation({ lemma, reading, cleaned, emendation: one }: EmendationEntry): string {
  const { lost, reason, note, witness: other, author, time } = one;
  const source = other === null ? '' : '<i>W</i>; ';
  const between = cleaned ? `; ${witness(cleaned, 'cleaned')}` : '';
  const who = author.trim() === '' ? 'emended' : `emended by ${author}`;
  const said = [
    lost ? `<b>without a place</b> ${escaped(lost.reason)}` : '',
    other === null ? '' : 'from another witness (W)',
    escaped(reason ? reasonNames[reason] : ''),
    escaped(note.trim()),
    escaped(`${who}, ${longDate(time.slice(0, 10))}`),
  ];
  const readings = `${lemmaOf(lemma)}${source}${witness(reading, lost ? 'formerly' : 'O')}${between}`;
  return `${readings} <span class="why">${joined(said)}</span>`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function lemmaOf(reading: Reading): string {
  const words = wordsOf(reading);
  const told = words.trim() === '' ? '<i>om.</i>' : `<b class="lemma">${escaped(words)}</b>`;
  return `${told} <span class="bracket">]</span> `;
}

function witness(reading: Reading, siglum: string): string {
  const { before, own, after } = reading;
  const told =
    wordsOf(reading).trim() === ''
      ? '<i>om.</i>'
      : `${when(before, `<span class="context">${escaped(before)}</span>`)}${escaped(own)}${when(after, `<span class="context">${escaped(after)}</span>`)}`;
  return `${told}\u{a0}<i>${siglum}</i>`;
}

/** What each rule does that has an entry, in the order in which they come up. */
function rulesUsed({ entries }: Edition): string {
  const rules = new Set(
    entries.flatMap(({ entry }) => (entry.kind === 'change' ? entry.rule : [])),
  );
  const told = [...rules].flatMap((rule) => {
    const sentence = explain(rule);
    return sentence === null
      ? []
      : `<dt>${escaped(ruleName(rule))}</dt><dd>${escaped(sentence)}</dd>`;
  });
  if (told.length === 0) return '';
  return `<h3>Rules of the cleaning</h3>\n<dl class="rules">\n${told.join('\n')}\n</dl>\n`;
}
