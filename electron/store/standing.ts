import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import type { Range } from '../../domain/text/range.ts';
import { mappingOf, type Mapping } from '../../domain/transcription/mapping.ts';
import type { Library } from './library.ts';

/** Which annotations stand on the very words of a place. */
export type Standing = (place: Range) => readonly Annotation[];

const nobody: readonly Annotation[] = [];

/**
 * The annotations of a cable by the words of its transcription on which each stands, alone and whole,
 * whichever side it was made on; or by those of its original, where it was made on that. What an
 * adjudicator has rejected or merged stands nowhere.
 */
export function standingIn(
  { annotations, cables }: Library,
  cableId: string,
  on: Side = 'transcription',
): Standing {
  const all = new Map<string, Annotation[]>();
  let across: Mapping | null = null;
  for (const annotation of annotations.list(cableId)) {
    const [target, another] = annotation.targets;
    const { verdict } = annotation;
    if (!target || another || target.lost !== null) continue;
    if (verdict !== null && verdict.value !== 'accepted') continue;
    let { from, to } = target;
    if (on === 'original' && target.side !== on) continue;
    if (target.side !== on) {
      across ??= mappingOf(cables.transcription(cableId).map);
      [from, to] = [across.at(from, 1), across.at(to, -1)];
    }
    const known = all.get(`${from} ${to}`);
    if (known) known.push(annotation);
    else all.set(`${from} ${to}`, [annotation]);
  }
  return ({ from, to }) => all.get(`${from} ${to}`) ?? nobody;
}
