import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Coming } from '../../../domain/exchange/coming.ts';
import { fail, FailureError } from '../../../domain/failure.ts';
import { isHypothesis, readHypothesis } from '../../../domain/hypothesis/read.ts';
import { isWebAnnotations, webAnnotationSteps } from '../../../domain/web-annotation/read.ts';
import { LARGEST } from '../../../domain/limits.ts';
import { tooMuchJson } from '../../../domain/text/json.ts';
import { isTsv, readTsv } from '../../../domain/webanno/read.ts';
import { decode } from '../../import/decode.ts';
import { failureOfFile } from '../../import/failures.ts';
import { mebibytes } from '../../import/sizes.ts';
import { isXmi, readXmi } from '../../uima/read.ts';
import { inTurns } from '../search/turns.ts';

/** Reads a file of annotations, whatever its format: that is told by what is in it, and not by its name. */
export async function readAnnotationFile(path: string): Promise<Coming> {
  const name = basename(path);
  return annotationsIn(decode(await bytesOf(path, name), name).text, name);
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST.annotations)
      fail(
        'file-too-large',
        `${name} has ${mebibytes(size)} MiB; a file of annotations may have up to ${mebibytes(LARGEST.annotations)} MiB. Divide it, then import its parts.`,
      );
    return await readFile(path);
  } catch (error) {
    const { code, message } = failureOfFile(error, path);
    throw new FailureError(code, message);
  }
}

/** The annotations in the text of a file; `name` is what sentences call it. */
function annotationsIn(text: string, name: string): Coming | Promise<Coming> {
  const begin = text.trimStart();
  if (begin.startsWith('{') || begin.startsWith('[')) return inJson(begin, name);
  if (isXmi(text)) return readXmi(text);
  if (isTsv(text)) return readTsv(text);
  return notAnnotations(name);
}

function inJson(text: string, name: string): Coming | Promise<Coming> {
  const json = parsed(text, name);
  if (isHypothesis(json)) return readHypothesis(json);
  if (isWebAnnotations(json)) return inTurns(webAnnotationSteps(json));
  return notAnnotations(name);
}

/** What JSON says, or several lines of it, each for itself. */
function parsed(text: string, name: string): unknown {
  const tooMuch = tooMuchJson(text);
  if (tooMuch !== null)
    fail(
      'file-too-large',
      `${name} ${tooMuch}. Nothing was taken from it. If it is right, divide it, then import its parts.`,
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/u.test(line))) {
      try {
        return lines.map((line): unknown => JSON.parse(line));
      } catch {
        // Then it is no JSON of either kind.
      }
    }
    const where = error instanceof Error ? error.message : String(error);
    return fail(
      'file-not-annotations',
      `${name} is no sound JSON, so nothing in it can be read (${where}). Export it again from where it came.`,
    );
  }
}

function notAnnotations(name: string): never {
  return fail(
    'file-not-annotations',
    `${name} holds no annotations that Cablewright can read. It reads W3C Web Annotations and Hypothesis exports (JSON), UIMA CAS XMI and WebAnno TSV 3; texts and TEI volumes are taken in by “Import files”.`,
  );
}
