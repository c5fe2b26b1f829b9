import { type EmendedReadings, readingsAt } from '../../domain/apparatus/emended.ts';
import {
  type EmendationPlace,
  placesOf,
  type ToOriginal,
  toOriginalOf,
} from '../../domain/apparatus/places.ts';
import type { Cable } from '../../domain/library/cable.ts';
import type { Passage } from '../desk/desk.ts';
import { manuscriptOf } from './manuscript.ts';

/** Where the emendations of a cable stand, as the store has it; what was typed since is not in it. */
interface Emended {
  readonly places: readonly EmendationPlace[];
  readonly toOriginal: ToOriginal;
}

const known = new WeakMap<Cable, Emended>();

function emendedIn(cable: Cable): Emended {
  const emended = known.get(cable) ?? compute(cable);
  known.set(cable, emended);
  return emended;
}

function compute(cable: Cable): Emended {
  const { transcription } = manuscriptOf(cable);
  const toOriginal = toOriginalOf(transcription, cable.changes);
  return { toOriginal, places: placesOf(transcription, toOriginal, cable.emendations) };
}

/** The places of a cable's emendations in reading order, worked out once for each state of the cable. */
export function emendedPlaces(cable: Cable): readonly EmendationPlace[] {
  return cable.emendations.length === 0 ? [] : emendedIn(cable).places;
}

/** What the witnesses have at the place of an emendation of a cable. */
export function emendedReadings(cable: Cable, place: EmendationPlace): EmendedReadings {
  return readingsAt(manuscriptOf(cable).transcription, emendedIn(cable).toOriginal, place);
}

/** The words to light for an emendation, taken from the side that has more of them. */
export function passageOf({ emendation, original, words }: EmendationPlace): Passage {
  const onlyPutIn = emendation.lost === null && original.from === original.to;
  return onlyPutIn
    ? { side: 'transcription', ...words.transcription }
    : { side: 'original', ...words.original };
}
