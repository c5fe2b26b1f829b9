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

declare global {
  interface Window {
    readonly cablewright: Bridge;
  }
}

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
