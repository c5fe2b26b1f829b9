import { z } from 'zod';
import { AlikeKey, AlikePlace, AlikeSearch } from '../alike/alike.ts';
import { ChangeStatus } from '../change/change.ts';
import { ChangeKey } from '../change/decision.ts';
import { ProposalPlace, RuleState } from '../clean/rule-state.ts';
import { WitnessProposal } from '../collation/witness.ts';
import { Emendation, EmendationReason } from '../emendation/emendation.ts';
import { Revision } from '../history/revision.ts';
import { Placed } from '../journal/operation.ts';
import { MetadataField } from '../metadata/metadata.ts';
import { Review, ReviewState } from '../review/review.ts';
import { Step } from '../transcription/step.ts';
import { nothing, type Requests } from './request.ts';

/** Requests of editors: what cleaning proposes, emendations, the history of a text, review, witnesses, rules. */
export const correctionRequests = {
  /**
   * An editor accepts changes of a cable, rejects them, or takes a decision back. What has been
   * decided survives cleaning anew. Fails with `bad-input` where an accepted change would be in the way
   * of another one.
   */
  'proposal.decide': {
    input: z.strictObject({
      cableId: z.uuid(),
      changes: z.array(ChangeKey).min(1),
      status: ChangeStatus,
    }),
    output: nothing,
  },
  /** The preview of deciding on all waiting proposals of a rule in the whole library, a stretch at a time. */
  'proposal.preview': {
    input: z.strictObject({
      rule: z.string().min(1),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      cables: z.int().nonnegative(),
      places: z.array(ProposalPlace),
    }),
  },
  /**
   * An editor decides on all waiting proposals of a rule, in one cable or (`cableId` null) in the whole
   * library, as one action. Proposals that an accepted change stands in the way of are left waiting.
   */
  'proposal.decideRule': {
    input: z.strictObject({
      rule: z.string().min(1),
      cableId: z.uuid().nullable(),
      status: z.enum(['accepted', 'rejected']),
    }),
    output: z.strictObject({
      changes: z.int().nonnegative(),
      cables: z.int().nonnegative(),
      left: z.int().nonnegative(),
    }),
  },

  /**
   * An editor has typed: `step` leads from the transcription in `version` to the next. `continues`
   * says that it goes on where the last one ended, so that annotations are carried over all of it as
   * one. `witness` is the cable a reading was taken over from. The answer is what has become of the
   * cable; annotations follow `step` but for those in `placed`. Fails with `stale` where the
   * transcription has another version by now; nothing is lost then, and the window tries again.
   */
  'transcription.emend': {
    input: z.strictObject({
      cableId: z.uuid(),
      version: z.int().nonnegative(),
      step: Step,
      continues: z.boolean(),
      witness: z.uuid().nullable(),
    }),
    output: z.strictObject({
      version: z.int().nonnegative(),
      emendations: z.strictObject({ remove: z.array(z.uuid()), put: z.array(Emendation) }),
      placed: z.array(Placed),
      review: Review,
    }),
  },

  /**
   * What an editor has typed and the library does not have yet, as steps one after the other over the
   * transcription in `version`, told with every letter: it is saved even where the window's process ends.
   */
  'transcription.draft': {
    input: z.strictObject({
      cableId: z.uuid(),
      version: z.int().nonnegative(),
      entries: z.array(
        z.strictObject({ step: Step, continues: z.boolean(), witness: z.uuid().nullable() }),
      ),
    }),
    output: nothing,
  },

  /** An editor says why an emendation was made, or changes what was said. */
  'emendation.explain': {
    input: z.strictObject({
      cableId: z.uuid(),
      id: z.uuid(),
      reason: EmendationReason.nullable(),
      note: z.string(),
    }),
    output: nothing,
  },
  /** An editor takes an emendation back: the text reads there again as cleaning left it. */
  'emendation.takeBack': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid() }),
    output: nothing,
  },

  /** The history asks for the revisions of a cable, the newest first; none where its text has never changed. */
  'revision.list': { input: z.strictObject({ cableId: z.uuid() }), output: z.array(Revision) },
  /** A comparison asks for the transcription as it was at the end of a revision. */
  'revision.read': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid() }),
    output: z.strictObject({ text: z.string() }),
  },
  /** An editor restores the text and its annotations as they were at the end of a revision, as one action. */
  'revision.restore': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid() }),
    output: nothing,
  },
  /** An editor says what a revision is about. */
  'revision.name': {
    input: z.strictObject({ cableId: z.uuid(), id: z.uuid(), message: z.string().max(500) }),
    output: nothing,
  },

  /** Somebody says how far a cable has come; null leaves it to the cleaning again. */
  'review.set': {
    input: z.strictObject({ cableId: z.uuid(), state: ReviewState.nullable() }),
    output: nothing,
  },
  /** The list asks how many cables are in each state. */
  'review.counts': { input: nothing, output: z.record(ReviewState, z.int().nonnegative()) },

  /** An editor reads a field otherwise than cleaning did; null takes that back. */
  'metadata.emend': {
    input: z.strictObject({
      cableId: z.uuid(),
      field: MetadataField,
      values: z.array(z.string().trim().min(1).max(10_000)).max(500).nullable(),
    }),
    output: nothing,
  },

  /**
   * A stretch of the places that would be emended alike, in one cable or (`cableId` null) in the whole
   * library, in the order of the list. Over the library progress comes as `import.progress`, and
   * `import.cancel` stops it; then null comes back.
   */
  'alike.find': {
    input: z.strictObject({ search: AlikeSearch, cableId: z.uuid().nullable() }),
    output: z
      .strictObject({
        total: z.int().nonnegative(),
        cables: z.int().nonnegative(),
        /** The first places, at most 5,000. */
        places: z.array(AlikePlace),
      })
      .nullable(),
  },
  /**
   * An editor emends alike: all places of the search but those left out, or only those chosen, as one
   * action. Places of a text that has changed since it was searched are left.
   */
  'alike.emend': {
    input: z.strictObject({
      search: AlikeSearch,
      cableId: z.uuid().nullable(),
      only: z.array(AlikeKey).nullable(),
      except: z.array(AlikeKey),
    }),
    output: z.strictObject({ places: z.int().nonnegative(), cables: z.int().nonnegative() }),
  },

  /** The cables that seem to transcribe the same message as this one, the likest first. */
  'witness.propose': {
    input: z.strictObject({ cableId: z.uuid() }),
    output: z.array(WitnessProposal),
  },

  /** All rules of cleaning in the order in which they read a text, with what they have found here. */
  'rule.list': { input: nothing, output: z.array(RuleState) },
  /**
   * A rule is switched on or off for this library, and every cable cleaned anew; `cables` is how many
   * that has changed. Progress comes as `import.progress`; `import.cancel` stops it with nothing changed.
   */
  'rule.switch': {
    input: z.strictObject({ rule: z.string().min(1), on: z.boolean() }),
    output: z.strictObject({ cables: z.int().nonnegative() }),
  },
} as const satisfies Requests;
