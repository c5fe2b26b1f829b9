import type { Certainty } from '../../change/change.ts';
import type { StoredChange } from '../../change/decision.ts';
import { type Emendation, holds } from '../../emendation/emendation.ts';
import type { Layers } from '../../transcription/turning.ts';
import { cleanedPlaces, type CleanedPlace } from '../cleaned-places.ts';
import type { Scribe } from './scribe.ts';
import { moment } from './moment.ts';
import { lines, tag } from './xml.ts';

/** How sure TEI says something is, by how sure a rule is. */
const CERT: Readonly<Record<Certainty, string>> = {
  certain: 'high',
  likely: 'medium',
  unsure: 'low',
};

/** A text with its layers: the original, what was changed in it, and what editors wrote. */
export interface Layered extends Layers {
  readonly original: string;
  /** The original under its accepted changes. */
  readonly cleaned: string;
}

/**
 * The apparatus: every change with what became of it, and every emendation, each fastened to the words it
 * is about by anchors at both ends (TEI P5, 13.2.2, double end-point attachment). Changes stand on the
 * original. Emendations stand on the cleaned text: in the original where its words stand in it, else in
 * the `lem` of the change that has put them in.
 */
export function apparatusLists(text: Layered, scribe: Scribe): string[] {
  const placeOf = cleanedPlaces(text.changes);
  const pointer = (place: CleanedPlace, at: number) =>
    place.change === null
      ? scribe.at('original', place.at)
      : scribe.atInsert(place.change, place.at, at);
  // Before the changes, as anchors of emendations may stand in them.
  const emendations = text.emendations.map((one) =>
    emendationEntry(one, text, scribe, {
      from: pointer(placeOf(one.from), one.from),
      to: pointer(placeOf(one.to), one.to),
    }),
  );
  const changes = text.changes.map((change, number) =>
    changeEntry(change, number, text.original, scribe),
  );
  return [
    ...(changes.length > 0 ? [tag('listApp', { type: 'cleaning' }, lines(changes))] : []),
    ...(emendations.length > 0 ? [tag('listApp', { type: 'emendation' }, lines(emendations))] : []),
  ];
}

function changeEntry(change: StoredChange, number: number, original: string, scribe: Scribe) {
  const { from, to, insert, rule, certainty, status, reason, decidedBy, decidedAt } = change;
  const notes = [
    ...(reason === null ? [] : [tag('note', { type: 'reason' }, scribe.words(reason))]),
    ...(decidedBy === null && decidedAt === null
      ? []
      : [
          tag(
            'note',
            { type: 'decision', resp: decidedBy === null ? null : scribe.person(decidedBy) },
            decidedAt === null ? '' : tag('date', moment(decidedAt)),
          ),
        ]),
  ];
  return tag(
    'app',
    {
      ...{ type: 'change', subtype: status },
      ...{ from: scribe.at('original', from), to: scribe.at('original', to) },
      ...{ ana: scribe.rule(rule), cert: CERT[certainty] },
    },
    tag('lem', {}, scribe.anchoredWords(insert, 0, scribe.anchorsOfInsert(number))) +
      tag('rdg', { wit: `#${scribe.id('witness')}` }, scribe.words(original.slice(from, to))) +
      notes.join(''),
  );
}

function emendationEntry(
  emendation: Emendation,
  { cleaned }: Layered,
  scribe: Scribe,
  place: { from: string; to: string },
): string {
  const { id, from, to, rank, insert, author, time, reason, note, witness, lost } = emendation;
  const stands = holds(emendation);
  const notes = [
    tag('note', { type: 'emended' }, tag('date', moment(time))),
    ...(note === '' ? [] : [tag('note', { type: 'comment' }, scribe.words(note))]),
    ...(lost === null
      ? []
      : [
          tag('note', { type: 'lost' }, scribe.words(lost.reason)),
          ...quoteNotes(lost.quote, scribe),
        ]),
  ];
  return tag(
    'app',
    {
      ...{ 'xml:id': `emendation-${id}`, type: 'emendation', subtype: stands ? 'holds' : 'lost' },
      ...{ ...place, n: rank, resp: scribe.person(author) },
    },
    tag(
      'lem',
      { cause: reason, source: witness === null ? null : `urn:uuid:${witness}` },
      scribe.words(insert),
    ) +
      tag('rdg', { type: 'cleaned' }, scribe.words(cleaned.slice(from, to))) +
      notes.join(''),
  );
}

/** The words something stands or stood on, with what was before and after them. */
export function quoteNotes(
  { prefix, exact, suffix }: { prefix: string; exact: string; suffix: string },
  scribe: Scribe,
): string[] {
  return [
    ...(prefix === '' ? [] : [tag('note', { type: 'prefix' }, scribe.words(prefix))]),
    tag('note', { type: 'exact' }, scribe.words(exact)),
    ...(suffix === '' ? [] : [tag('note', { type: 'suffix' }, scribe.words(suffix))]),
  ];
}
