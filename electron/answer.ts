import { z } from 'zod';
import {
  requests,
  type Answer,
  type CheckedInput,
  type RequestName,
  type RequestOutput,
} from '../domain/contract.ts';
import { fail, failureOf } from '../domain/failure.ts';

/** One small function for each request, from checked input to an output that is checked again. */
export type Handlers<Context> = {
  readonly [N in RequestName]: (
    input: CheckedInput<N>,
    context: Context,
  ) => RequestOutput<N> | Promise<RequestOutput<N>>;
};

/** The handlers whose requests begin with the same word: `HandlersOf<'tag', …>`. */
export type HandlersOf<Word extends string, Context> = Pick<
  Handlers<Context>,
  Extract<RequestName, `${Word}.${string}`>
>;

/** A request as it comes in: nothing of it is to be believed yet. */
export interface Incoming {
  /** Whether it was sent by the main frame of our own window, showing our own page. */
  readonly trusted: boolean;
  readonly name: unknown;
  readonly input: unknown;
  readonly files: unknown;
}

/** What answering needs: the handlers, their context for files that travel along, and where to report. */
export interface Answering<Context> {
  readonly handlers: Handlers<Context>;
  readonly context: (files: readonly string[]) => Context;
  /** Hears of every failure nobody foresaw, with the request's name, for the log. */
  readonly unforeseen: (name: string, error: unknown) => void;
}

const FilePaths = z.array(z.string().min(1)).max(100_000);

/**
 * Answers one request. Sender, name, input and output are checked in this order; whatever fails
 * comes back as data, so this never throws.
 */
export async function answer<Context>(
  answering: Answering<Context>,
  incoming: Incoming,
): Promise<Answer<unknown>> {
  try {
    if (!incoming.trusted) fail('bad-input', 'Only the window of Cablewright may ask for this.');
    const name = nameOf(incoming.name);
    return { ok: true, value: await handle(answering, name, incoming) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'unexpected')
      answering.unforeseen(typeof incoming.name === 'string' ? incoming.name : 'a request', error);
    return { ok: false, failure };
  }
}

/** The output of the handler of `name`, checked on both sides. */
async function handle<Context, N extends RequestName>(
  { handlers, context }: Answering<Context>,
  name: N,
  { input, files }: Incoming,
): Promise<unknown> {
  const { input: inputShape, output: outputShape } = requests[name];
  const checked = inputShape.safeParse(input);
  if (!checked.success) fail('bad-input', complaint(name, checked.error));
  const paths = FilePaths.safeParse(files);
  if (!paths.success) fail('bad-input', complaint(name, paths.error));
  // The two shapes belong to the same name, which TypeScript cannot follow through a union.
  const output: unknown = await handlers[name](
    checked.data as CheckedInput<N>,
    context(paths.data),
  );
  const given = outputShape.safeParse(output);
  if (!given.success)
    throw new Error(`the answer to ${name} has the wrong shape: ${where(given.error)}`);
  return given.data;
}

function nameOf(name: unknown): RequestName {
  if (typeof name === 'string' && Object.hasOwn(requests, name)) return name as RequestName;
  const called =
    typeof name === 'string' ? `called ${JSON.stringify(name.slice(0, 80))}` : 'without a name';
  return fail('bad-input', `Cablewright knows no request ${called}.`);
}

function complaint(name: string, error: z.ZodError): string {
  return `Cablewright cannot carry out ${name}, because what came with it is not as it must be: ${where(error)}.`;
}

/** Where a value is not as it must be: paths and rules, never the value, for it may be text of a cable. */
function where(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
    .join('; ');
}
