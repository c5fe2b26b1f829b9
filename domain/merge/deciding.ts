import { z } from 'zod';
import { FieldEmendation } from '../metadata/field-emendation.ts';
import { MetadataField } from '../metadata/metadata.ts';
import type { Operation } from '../journal/operation.ts';
import { Vouch } from '../review/review.ts';
import { isSame } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { decideAnnotation, decideChange, decideEmendation } from './deciding-text.ts';
import {
  decideEntry,
  decideRelation,
  decideRelationType,
  decideRule,
  decideSearch,
  decideTag,
} from './deciding-shared.ts';
import { discardingBy } from './facts.ts';
import type { CableState, Decider, SharedState } from './state.ts';
import { thing } from './things.ts';
import { ChangeValue, EmendationValue } from './values.ts';

/** What has to be known of a library to decide a conflict in it. */
export interface Deciding {
  readonly shared: SharedState;
  /** The cable of the conflict as it is; null where the conflict is of none. */
  readonly cable: CableState | null;
  /** The tags of all annotations that have a tag, each with its own. */
  readonly taggedWith: (
    tagId: string,
  ) => readonly { readonly id: string; readonly tagIds: readonly string[] }[];
  /** Whether an annotation is there. */
  readonly hasAnnotation?: (id: string) => boolean;
  readonly by: Decider;
}

/** What deciding comes to: what is to be carried out, or the sentence that says why it cannot be. */
export type Decided = { readonly operations: readonly Operation[] } | { readonly refused: string };

/** The two values of a conflict as data. */
export interface Choice {
  readonly chosen: unknown;
  readonly other: unknown;
}

/**
 * What is to be carried out so that one value of a conflict holds. The conflict itself is for the store to put, with
 * `decided`. Where that value holds already nothing is to be carried out. What has been said of the thing
 * since, and is not what the conflict is about, stays.
 */
export function decideConflict(
  conflict: Conflict,
  take: 'first' | 'second',
  deciding: Deciding,
): Decided {
  const choice: Choice = {
    chosen: JSON.parse(conflict[take].value) as unknown,
    other: JSON.parse(conflict[take === 'first' ? 'second' : 'first'].value) as unknown,
  };
  const id = idOf(conflict);
  switch (conflict.kind) {
    case 'tag':
      return decideTag(id, choice, deciding);
    case 'relationType':
      return decideRelationType(id, choice, deciding);
    case 'relation':
      return decideRelation(id, choice, deciding);
    case 'gazetteer':
      return decideEntry(id, choice, deciding);
    case 'search':
      return decideSearch(id, choice, deciding);
    case 'rule':
      return decideRule(choice, deciding);
    default:
      return deciding.cable
        ? decideInCable(conflict, id, choice, deciding, deciding.cable)
        : { refused: 'The cable this is about is not in the library any more.' };
  }
}

function decideInCable(
  { kind }: Conflict,
  id: string,
  choice: Choice,
  deciding: Deciding,
  cable: CableState,
): Decided {
  switch (kind) {
    case 'annotation':
      return decideAnnotation(id, choice, deciding, cable);
    case 'change':
      return decideChange(choice, deciding, cable);
    case 'emendation':
      return decideEmendation(choice, deciding, cable);
    case 'field':
      return decideField(id, choice, cable);
    case 'review': {
      const vouch = Vouch.nullable().parse(choice.chosen);
      if (isSame(vouch, cable.vouch)) return { operations: [] };
      return { operations: [{ type: 'review.put', cableId: cable.id, vouch }] };
    }
    case 'discard': {
      const discarded = Discarding.nullable().parse(choice.chosen);
      if (isSame(discarded, cable.discarded)) return { operations: [] };
      return { operations: discardingBy(cable.id, discarded) };
    }
    case 'revision': {
      const message = z.string().parse(choice.chosen);
      const now = cable.revisions.find((one) => one.id === id);
      if (!now || now.message === message) return { operations: [] };
      return { operations: [{ type: 'revision.name', cableId: cable.id, id, message }] };
    }
    default:
      return { operations: [] };
  }
}

const Discarding = z.strictObject({ author: z.string(), time: z.iso.datetime() });

function decideField(id: string, { chosen }: Choice, cable: CableState): Decided {
  const field = MetadataField.parse(id.slice(id.lastIndexOf(':') + 1));
  const emendation = FieldEmendation.nullable().parse(chosen);
  const now = cable.fields.find((one) => one.field === field) ?? null;
  if (isSame(now, emendation)) return { operations: [] };
  return { operations: [{ type: 'field.put', cableId: cable.id, field, emendation }] };
}

/** The things that deciding a conflict touches: its own, and those its values are about. */
export function thingsOfConflict(conflict: Conflict): string[] {
  const { kind, cableId } = conflict;
  const values = [conflict.first.value, conflict.second.value].map(
    (value) => JSON.parse(value) as unknown,
  );
  const others = values.flatMap((value): string[] => {
    if (kind === 'change' && cableId !== null)
      return ChangeValue.parse(value).map((change) => thing.change(cableId, change));
    if (kind !== 'emendation') return [];
    const { put, gone } = EmendationValue.parse(value);
    return [...put.map(({ emendation }) => emendation.id), ...gone].map(thing.emendation);
  });
  return [...new Set([conflict.thing, ...others])];
}

function idOf(conflict: Conflict): string {
  return conflict.thing.slice(conflict.thing.indexOf(':') + 1);
}
