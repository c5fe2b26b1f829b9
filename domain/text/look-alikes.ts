/** Letters of Cyrillic and Greek, and the Latin letter each is taken for on paper. */
const PAIRS =
  'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ЗZ аa сc еe іi јj оo рp ѕs хx уy вb кk мm нh тt ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo αa νv ρp τt υu ιi κk εe ΛA ДA ИN ЯR ГT ЛN пn гr иu лn яR';

const LATIN: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** The Latin letter that a Cyrillic or Greek letter is taken for, or null where none looks like it. */
export function latinLookAlike(letter: string): string | null {
  return LATIN.get(letter) ?? null;
}
