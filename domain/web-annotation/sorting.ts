import { Verdict } from '../annotation/annotation.ts';
import { idIn } from '../vocabulary/identity.ts';
import { type Draft, draftsByName } from './drafts.ts';
import { wholeOfPart } from './iri.ts';

/** What the items of a file are to each other. Ends of links are keys of annotations. */
export interface Sorted {
  /** What is about texts. */
  readonly annotations: readonly Draft[];
  /** What links the parts of one annotation, by its id. */
  readonly joints: ReadonlyMap<string, Draft>;
  readonly relations: readonly {
    readonly draft: Draft;
    readonly from: string;
    readonly to: string;
  }[];
  /** What somebody says of an annotation, by its key. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** What relations are called, told by items of their own, by the name of the relation. */
  readonly names: ReadonlyMap<string, string>;
  /** What is about another annotation. */
  readonly replies: readonly { readonly draft: Draft; readonly to: string }[];
  /** Links one end of which is no annotation that is known. */
  readonly loose: readonly Draft[];
  /** What is about nothing. */
  readonly aimless: readonly Draft[];
}

/** Finds out what the items of a file are: annotations of texts, or what is said of other annotations. */
export function sorted(drafts: readonly Draft[]): Sorted {
  const byName = draftsByName(drafts);
  const keyOf = (name: string) => byName.get(name)?.key ?? wholeOfPart(name) ?? idIn(name);
  const annotations: Draft[] = [];
  const joints = new Map<string, Draft>();
  const relations: { draft: Draft; from: string; to: string }[] = [];
  const verdicts = new Map<string, Verdict>();
  const names = new Map<string, string>();
  const replies: { draft: Draft; to: string }[] = [];
  const loose: Draft[] = [];
  const aimless: Draft[] = [];

  for (const draft of drafts) {
    const { passages, said, id, motivations } = draft;
    const about = passages.map(({ names: name }) => (name === null ? null : keyOf(name)));
    const [first, second] = about;
    const isLink = motivations.includes('linking');
    if (passages.length === 0) {
      aimless.push(draft);
      continue;
    }
    if (!about.every((key) => key !== null)) {
      // A link to what is no annotation is one on a text with an address in its note, if it has words or a text.
      if (isLink && !passages.some(({ target, names: name }) => target || !name)) loose.push(draft);
      else annotations.push(draft);
      continue;
    }
    if (first === undefined || first === null) continue;
    const linked = said.links.flatMap((name) => keyOf(name) ?? []);
    if (isLink && id !== null && about.every((key) => key === id)) joints.set(id, draft);
    else if (isLink && linked.length > 0)
      for (const to of linked) relations.push({ draft, from: first, to });
    else if (isLink)
      if (second === undefined || second === null) loose.push(draft);
      else relations.push({ draft, from: first, to: second });
    else {
      const verdict = verdictOf(draft);
      const called = passages[0]?.names ?? '';
      const on = byName.get(called);
      if (verdict) verdicts.set(first, verdict);
      else if (on?.motivations.includes('linking') && !on.isPart && said.tags[0])
        names.set(called, said.tags[0].name);
      else replies.push({ draft, to: first });
    }
  }
  return { annotations, joints, relations, verdicts, names, replies, loose, aimless };
}

/** What an item says of an annotation in one word of ours; null where it says something else. */
function verdictOf({ motivations, said, creator, created, modified }: Draft): Verdict | null {
  if (!motivations.includes('assessing')) return null;
  const verdict = { value: said.note, by: creator, time: created ?? modified };
  const { success, data } = Verdict.safeParse(verdict);
  return success ? data : null;
}
