import { parentPort } from 'node:worker_threads';
import { clean } from '../../domain/clean/clean.ts';
import { serveThread } from '../thread/server.ts';
import type { CleaningThread } from './cleaning-pool.ts';
import { prepareHere } from './prepare.ts';
import { readVolume } from '../tei/volume.ts';

// A thread of those that clean what is imported, so that the one that owns the library only writes.
const port = parentPort;
if (!port) throw new Error('This file is the start of a worker thread.');

const here = prepareHere({ clean, readVolume });
const thread: CleaningThread = {
  prepare: (task) => here.prepare(task),
  readVolume: (path, bytes) => here.readVolume(path, bytes),
};

// What nobody foresaw stands in the report, with the file's name; there is nobody else to tell.
serveThread(port, thread, () => undefined);
