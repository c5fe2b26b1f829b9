import { expect, test } from 'vitest';
import { fail } from '../domain/failure.ts';
import { answer, type Handlers, type Incoming } from './answer.ts';

type Context = readonly string[];

/** Handlers of which none may be reached but those a test gives. */
function handlersWith(given: Partial<Handlers<Context>>): Handlers<Context> {
  return new Proxy(given as Handlers<Context>, {
    get: (target, name) =>
      (Reflect.get(target, name) as unknown) ??
      (() => fail('unexpected', `${String(name)} was reached`)),
  });
}

async function ask(given: Partial<Handlers<Context>>, incoming: Partial<Incoming>) {
  const heard: string[] = [];
  const answered = await answer(
    {
      handlers: handlersWith(given),
      context: (files) => files,
      unforeseen: (name) => heard.push(name),
    },
    { trusted: true, name: 'cable.list', input: { offset: 0, limit: 1 }, files: [], ...incoming },
  );
  return { answered, heard };
}

/** What holds itself, and makes whoever wants to tell it fall. */
const circular: { self?: unknown; toString: 1; valueOf: 1 } = { toString: 1, valueOf: 1 };
circular.self = circular;

const empty = { 'cable.list': () => ({ total: 0, cables: [] }) };

test('a good request gets its answer', async () => {
  const { answered } = await ask(empty, {});
  expect(answered).toEqual({ ok: true, value: { total: 0, cables: [] } });
});

test.for([
  ['a foreign sender', { trusted: false }, /^Only the window of Cablewright/u],
  ['a name nobody knows', { name: 'cable.burn' }, /no request called "cable\.burn"/u],
  ['a name of every object', { name: 'constructor' }, /no request called "constructor"/u],
  ['a name that is none', { name: 7 }, /no request without a name/u],
  ['a name without end', { name: 'x'.repeat(100_000) }, /no request called "x{80}"/u],
  ['a name that cannot be told', { name: circular }, /no request without a name/u],
  ['a missing input', { input: undefined }, /cable\.list.*it: /u],
  ['an input out of bounds', { input: { offset: 0, limit: 0 } }, /cable\.list.*limit: /u],
  ['an input with more than is asked', { input: { offset: 0, limit: 1, sql: '' } }, /cable\.list/u],
  ['files that are no paths', { files: [''] }, /cable\.list/u],
] as const)('%s is refused before any handler is reached', async ([, incoming, sentence]) => {
  const { answered, heard } = await ask({}, incoming);
  expect(answered).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
  expect(JSON.stringify(answered)).toMatch(/"message"/u);
  expect(answered.ok ? '' : answered.failure.message).toMatch(sentence);
  expect(heard).toEqual([]);
});

test('an output of the wrong shape never reaches the window, and is reported without its words', async () => {
  const wrong = { 'cable.list': () => ({ total: -1, cables: [{ title: 'TOP SECRET' }] }) as never };
  const { answered, heard } = await ask(wrong, {});
  expect(answered).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  expect(JSON.stringify(answered)).not.toContain('TOP SECRET');
  expect(heard).toEqual(['cable.list']);
});

test('a failure comes back as data', async () => {
  const failing = { 'cable.list': () => fail('no-library', 'No library is open.') };
  const { answered, heard } = await ask(failing, {});
  expect(answered).toEqual({
    ok: false,
    failure: { code: 'no-library', message: 'No library is open.' },
  });
  expect(heard).toEqual([]);
});

test('the paths of files travel beside the input', async () => {
  const taking: Partial<Handlers<Context>> = {
    'import.dropped': (_, files) => fail('bad-input', files.join(' and ')),
  };
  const { answered } = await ask(taking, { name: 'import.dropped', input: {}, files: ['/a.txt'] });
  expect(answered).toMatchObject({ ok: false, failure: { message: '/a.txt' } });
});
