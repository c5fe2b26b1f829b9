import {
  AnswerShape,
  type Bridge,
  type Notice,
  type NoticeName,
  notices,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
} from '../domain/contract.ts';
import { FailureError } from '../domain/failure.ts';
import { settleTyping } from './desk/typing.ts';

declare global {
  interface Window {
    readonly cablewright: Bridge;
  }
}

/** Requests about the text as the editor sees it: what has been typed is saved before they are made. */
const ACTS: ReadonlySet<RequestName> = new Set<RequestName>([
  'annotation.create',
  'annotation.update',
  'annotation.place',
  'annotation.delete',
  'annotation.reach',
  'annotation.retag',
  'relation.create',
  'relation.update',
  'relation.delete',
  'relationType.create',
  'relationType.update',
  'relationType.delete',
  'occurrence.find',
  'occurrence.tag',
  'agreement.measure',
  'agreement.judge',
  'agreement.merge',
  'proposal.decide',
  'proposal.decideRule',
  'emendation.explain',
  'emendation.takeBack',
  'revision.restore',
  'revision.name',
  'review.set',
  'metadata.emend',
  'alike.find',
  'alike.emend',
  'rule.switch',
  'tag.create',
  'tag.update',
  'tag.delete',
  'tag.merge',
  'tag.split',
  'vocabulary.take',
  'gazetteer.put',
  'gazetteer.remove',
  'gazetteer.take',
  'cables.review',
  'cables.tag',
  'cables.discard',
  'cables.restore',
  'cables.save',
  'export.losses',
  'export.save',
  'cable.print',
  'cable.savePdf',
  'search.save',
  'search.rename',
  'search.forget',
  'journal.undo',
  'journal.redo',
  'coming.choose',
  'coming.dropped',
  'coming.take',
  'library.create',
  'library.open',
  'library.openRecent',
]);

/**
 * Asks the main process. What comes back is checked by the validator of the request; a failure is
 * thrown as a `FailureError`, whose message can be shown to the reader as it is. `files` are files the
 * reader dropped on the window.
 */
export async function request<N extends RequestName>(
  name: N,
  input: RequestInput<N>,
  files: readonly File[] = [],
): Promise<RequestOutput<N>> {
  if (ACTS.has(name)) await settleTyping();
  const answer = AnswerShape.parse(await window.cablewright.request(name, input, files));
  if (!answer.ok) throw new FailureError(answer.failure.code, answer.failure.message);
  return requests[name].output.parse(answer.value) as RequestOutput<N>;
}

/** Hears every notice of one name until the function that comes back is called. */
export function listen<N extends NoticeName>(name: N, hear: (notice: Notice<N>) => void) {
  return window.cablewright.listen(name, (notice) =>
    hear(notices[name].parse(notice) as Notice<N>),
  );
}
