import type { Coming, ComingAnnotation, ComingRelation } from '../exchange/coming.ts';
import { type LossKind, onOneLine } from '../exchange/telling.ts';
import { idIn } from '../vocabulary/identity.ts';
import type { Draft } from './drafts.ts';

/** What a reply is to what it answers, read both ways. */
export const REPLY = { type: 'replies to', reverse: 'is answered by' } as const;

const UNANSWERED: LossKind = {
  kind: 'reply-alone',
  sentence:
    'Replies to annotations that the file does not have stand alone: what they answer is not known.',
};

/** Tells of a loss: its kind, and what it is about. */
export type Told = (kind: LossKind, what: string) => void;

/** A reply as a file tells it: an annotation that stands on no words of its own, and the key of what it answers. */
export interface Reply {
  readonly annotation: ComingAnnotation;
  readonly to: string;
}

/** How long a line of replies may be. */
const LONGEST = 1000;

/**
 * Adds replies to annotations: each stands on the words of what it answers, as far up as there are any, and
 * a relation says what it answers. What it answers may be missing in the file.
 */
export function answering(
  { annotations, relations }: Pick<Coming, 'annotations' | 'relations'>,
  replies: readonly Reply[],
  told: Told,
): Pick<Coming, 'annotations' | 'relations'> {
  const byKey = new Map(annotations.map((annotation) => [annotation.key, annotation]));
  const all = [...new Map(replies.map((reply) => [reply.annotation.key, reply])).values()].filter(
    ({ annotation }) => !byKey.has(annotation.key),
  );
  const answered = new Map(all.map(({ annotation, to }) => [annotation.key, to]));
  const rootOf = (key: string): ComingAnnotation | undefined => {
    let at = key;
    for (let step = 0; step < LONGEST && !byKey.has(at); step += 1) at = answered.get(at) ?? at;
    return byKey.get(at);
  };
  const placed = all.map(({ annotation, to }) => {
    const root = rootOf(to);
    return root ? { ...annotation, source: root.source, targets: root.targets } : annotation;
  });
  const links = all.flatMap(({ annotation, to }): ComingRelation[] => {
    const { key, creator, created } = annotation;
    const isThere = byKey.has(to) || answered.has(to) || idIn(`urn:uuid:${to}`) !== null;
    if (isThere && to !== key)
      return [{ id: null, from: key, to, typeId: null, ...REPLY, note: '', creator, created }];
    told(UNANSWERED, onOneLine(annotation.note));
    return [];
  });
  return { annotations: [...annotations, ...placed], relations: [...relations, ...links] };
}

/** Adds items that are about other annotations, as replies to them. */
export function withReplies(
  coming: Pick<Coming, 'annotations' | 'relations'>,
  replies: readonly { readonly draft: Draft; readonly to: string }[],
  told: Told,
): Pick<Coming, 'annotations' | 'relations'> {
  return answering(
    coming,
    replies.map(({ draft, to }) => {
      const { key, id, iri, said, creator, created, modified, name } = draft;
      for (const kind of said.losses) told(kind, name ?? key);
      return {
        to,
        annotation: {
          key,
          id,
          iri,
          source: { cableId: null, sha256: null, name: null },
          targets: [],
          tags: said.tags,
          note: said.note,
          creator,
          created,
          modified,
        },
      };
    }),
    told,
  );
}
