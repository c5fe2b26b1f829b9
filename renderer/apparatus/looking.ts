import type { EmendationPlace } from '../../domain/apparatus/places.ts';
import { wordsOf } from '../../domain/apparatus/words.ts';
import type { Emendation, EmendationReason } from '../../domain/emendation/emendation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { request } from '../bridge.ts';
import { chooseEmendation, jumpTo, useDesk } from '../desk/desk.ts';
import { inDigits } from '../desk/words.ts';
import { cableOnDesk, readAgain } from '../proposals/deciding.ts';
import { announce } from '../status/announce.ts';
import { emendedPlaces, emendedReadings, passageOf } from '../workbench/emended.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { emendationAt } from '../workbench/textMarks.ts';
import { emendedWords, originalWords } from './emendationWords.ts';

/** Looks at an emendation: its entry in the apparatus, its words on both sides. */
export function lookAtEmendation(place: EmendationPlace, asked: 'reason' | null = null) {
  chooseEmendation(place.emendation.id, asked);
  jumpTo(passageOf(place));
}

/** Goes to the next or the previous emendation of the cable on the desk, around the end of the text. */
export function stepEmendation(by: 1 | -1) {
  const cable = cableOnDesk();
  const places = cable ? emendedPlaces(cable) : [];
  if (!cable || places.length === 0) return announce('Nobody has emended this cable.');
  const { emendationId } = useDesk.getState();
  const at = places.findIndex(({ emendation }) => emendation.id === emendationId);
  const next =
    at === -1 && by === -1 ? places.length - 1 : (at + by + places.length) % places.length;
  const place = places[next];
  if (!place) return undefined;
  lookAtEmendation(place);
  return announce(
    `Emendation ${inDigits(next + 1)} of ${inDigits(places.length)}: ${spoken(cable, place)}`,
  );
}

/** "“Havana”, the original has “Havna”, emended by A. Reader, 21 Nov 2025, 14:20." */
function spoken(cable: Cable, place: EmendationPlace): string {
  const { lemma, reading } = emendedReadings(cable, place);
  const words = wordsOf(lemma).trim();
  const has = words === '' ? 'words taken away' : `“${words}”`;
  if (place.emendation.lost) return `${has}, without a place.`;
  return `${has}, ${originalWords(reading)}, ${emendedWords(place.emendation)}.`;
}

/** Goes to the reason of the emendation at the caret, else of the one looked at. */
export function askReason() {
  const cable = cableOnDesk();
  if (!cable) return;
  const { caret, emendationId } = useDesk.getState();
  const manuscript = manuscriptOf(cable);
  const atCaret = caret && emendationAt(manuscript, caret.side, caret.at)?.id;
  const id = atCaret ?? emendationId;
  const place = emendedPlaces(cable).find(({ emendation }) => emendation.id === id);
  if (place) lookAtEmendation(place, 'reason');
  else announce('No emendation stands at the caret.');
}

/** Takes the emendation that is looked at back. */
export async function takeBackEmendation() {
  const cable = cableOnDesk();
  const { emendationId } = useDesk.getState();
  if (!cable?.emendations.some(({ id }) => id === emendationId) || emendationId === null) return;
  const cableId = cable.summary.id;
  await request('emendation.takeBack', { cableId, id: emendationId });
  await readAgain(cableId);
  announce('The emendation is taken back.');
}

/** Says why an emendation was made; resolved when the window knows of it. */
export async function explainEmendation(
  cableId: string,
  { id }: Emendation,
  reason: EmendationReason | null,
  note: string,
) {
  await request('emendation.explain', { cableId, id, reason, note });
  await readAgain(cableId);
}
