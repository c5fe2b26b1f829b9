import type { Coming } from '../exchange/coming.ts';
import { fail } from '../failure.ts';
import { type Found, type FoundText, gathered, type Line, type Span } from './gathering.ts';
import { idIn } from './content.ts';
import { type Features, layers, views } from './layers.ts';

/** A feature structure as it stands in XMI. References are ids, several of them parted by blanks. */
export interface Element {
  readonly id: string;
  readonly type: string;
  readonly features: Map<string, string>;
}

/** What is a place or a reference, and says nothing of itself. */
const PLACES: ReadonlySet<string> = new Set([
  'sofa',
  'begin',
  'end',
  'Governor',
  'Dependent',
  'next',
]);

/** What the feature structures of a file say. */
export function foundIn(elements: readonly Element[]): Coming {
  const cable = elements.find(({ type }) => type === layers.cable)?.features;
  const document = elements.find(({ type }) => type === layers.document)?.features;
  const texts = textsIn(elements, cable !== undefined);
  if (texts.size === 0)
    fail(
      'file-not-annotations',
      'This file of UIMA CAS XMI has no text, so its annotations stand on nothing. Export it again with its text.',
    );
  const features = ({ features: all, id }: Element): Features =>
    new Map(
      [...all].filter(
        ([name, value]) => !PLACES.has(name) && !links.has(`${id} ${name}`) && value !== '',
      ),
    );
  const links = linksIn(elements);
  const spans = elements.flatMap((element): Span[] => {
    const [begin, end] = [element.features.get('begin'), element.features.get('end')];
    const isLine = element.features.has('Governor') && element.features.has('Dependent');
    if (begin === undefined || end === undefined || isLine) return [];
    const text = texts.get(element.features.get('sofa') ?? '') ?? { side: null, text: '' };
    const [from, to] = [Number(begin), Number(end)];
    return [
      { id: `xmi-${element.id}`, layer: element.type, text, from, to, features: features(element) },
    ];
  });
  const found: Found = {
    format: 'UIMA CAS XMI',
    source: {
      cableId: idIn(cable?.get('cableId')),
      sha256: cable?.get('sha256') ?? null,
      name:
        cable?.get('title') ??
        document?.get('documentTitle') ??
        document?.get('documentId') ??
        null,
    },
    spans,
    lines: linesIn(elements, features, links),
    unplaced: elements.filter(({ type }) => type === layers.unplaced).map(features),
    links: elements.filter(({ type }) => type === layers.link).map(features),
    losses: [],
  };
  return gathered(found);
}

/** The texts of a file by their ids. */
function textsIn(elements: readonly Element[], ours: boolean): Map<string, FoundText> {
  return new Map(
    elements.flatMap(({ id, type, features }) => {
      const text = features.get('sofaString');
      if (type !== 'uima.cas.Sofa' || text === undefined) return [];
      const view = features.get('sofaID');
      const side =
        view === views.original
          ? 'original'
          : view === views.transcription
            ? 'transcription'
            : null;
      return [[id, { side: ours ? side : null, text }] as const];
    }),
  );
}

/** A link of a slot: what it leads to, and in which role (DKPro Core, SemArgLink). */
interface Slot {
  readonly target: string;
  readonly role: string;
}

/** The slots of features, by the id of what has them and the name of the feature. */
function linksIn(elements: readonly Element[]): Map<string, Slot[]> {
  const slots = new Map<string, Slot>();
  for (const { id, features } of elements) {
    const target = features.get('target');
    if (target !== undefined && !features.has('begin') && !features.has('sofa'))
      slots.set(id, { target, role: features.get('role') ?? '' });
  }
  const found = new Map<string, Slot[]>();
  for (const { id, features } of elements)
    for (const [name, value] of features) {
      if (!features.has('begin') || PLACES.has(name)) continue;
      const ids = value.trim().split(/\s+/u);
      const led = ids.flatMap((one) => slots.get(one) ?? []);
      if (led.length > 0 && led.length === ids.length) found.set(`${id} ${name}`, led);
    }
  return found;
}

/** What leads from one annotation to another: relations, slots, and the next one of a chain. */
function linesIn(
  elements: readonly Element[],
  features: (element: Element) => Features,
  links: ReadonlyMap<string, readonly Slot[]>,
): Line[] {
  return elements.flatMap((element): Line[] => {
    const { id, type, features: all } = element;
    const [from, to, next] = [all.get('Governor'), all.get('Dependent'), all.get('next')];
    if (from !== undefined && to !== undefined)
      return [{ layer: type, from: `xmi-${from}`, to: `xmi-${to}`, features: features(element) }];
    const slots = [...all.keys()].flatMap((name) =>
      (links.get(`${id} ${name}`) ?? []).map(({ target, role }): Line => {
        const said = new Map([['role', role === '' ? name : role]]);
        return { layer: `${type}.${name}`, from: `xmi-${id}`, to: `xmi-${target}`, features: said };
      }),
    );
    if (next === undefined || !all.has('begin')) return slots;
    const said = new Map([['label', all.get('referenceRelation') ?? 'next']]);
    return [...slots, { layer: type, from: `xmi-${id}`, to: `xmi-${next}`, features: said }];
  });
}
