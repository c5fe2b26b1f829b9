import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/app.ts';
import { openCable, select } from './support/reader.ts';

/** Chromium's own record of what its network stack did (`--log-net-log`), as far as it is read here. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: unknown }[];
}

// The page's own attempt to reach out is refused aloud.
test.use({ allowedErrors: [/Refused to connect to 'https:\/\/example\.org\/'/u] });

/** What a program that reaches out cannot avoid: looking up a host, opening a socket. */
const REACHING_OUT = ['HOST_RESOLVER_MANAGER_REQUEST', 'TCP_CONNECT', 'UDP_CONNECT', 'SSL_CONNECT'];

/** The events in a net log by which the program reached out. */
async function reachedOut(file: string): Promise<string[]> {
  const log = JSON.parse(await readFile(file, 'utf8')) as NetLog;
  const names = new Map(
    Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]),
  );
  return log.events
    .map(({ type, params }) => ({ name: names.get(type) ?? '', params }))
    .filter(({ name }) => REACHING_OUT.includes(name))
    .map(({ name, params }) => `${name} ${JSON.stringify(params ?? {})}`);
}

test('the program makes no connection while one works with it', async ({ launch }, info) => {
  const log = info.outputPath('net-log.json');
  const { window, close } = await launch({ args: [`--log-net-log=${log}`] });
  await openCable(window, /circular 938/i);
  await select(window, 'transcription', 'reconnaissance planes');
  await window.keyboard.press('Control+h');
  await expect(window.getByText('1 annotation', { exact: false }).first()).toBeVisible();
  // A window that had been led astray could not reach out either.
  const answer = await window.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
  await close();
  expect(await reachedOut(log)).toEqual([]);
});

test('the record would show a connection if there were one', async ({ launch }, info) => {
  const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const log = info.outputPath('net-log.json');
  const { app, close } = await launch({ args: [`--log-net-log=${log}`] });
  await app.evaluate(({ session }, url) => {
    const control = session.fromPartition('control');
    // Whatever session comes to be is locked; this one alone is let out.
    control.webRequest.onBeforeRequest(null);
    return control.fetch(url).then(
      () => undefined,
      () => undefined,
    );
  }, `http://127.0.0.1:${port}/`);
  await close();
  server.close();
  expect((await reachedOut(log)).length).toBeGreaterThan(0);
});
