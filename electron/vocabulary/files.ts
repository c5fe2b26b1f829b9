import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { RequestOutput } from '../../domain/contract.ts';
import { fail, FailureError } from '../../domain/failure.ts';
import { CONCEPTS, LARGEST } from '../../domain/limits.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { conceptsOf } from '../../domain/vocabulary/exporting.ts';
import { jsonLdOf, type Scheme } from '../../domain/vocabulary/skos-json.ts';
import { decode } from '../import/decode.ts';
import { failureOfFile } from '../import/failures.ts';
import { writeWhole } from '../write-file.ts';
import { csvOf, readCsv } from './csv.ts';
import { readJsonLd } from './jsonld.ts';
import { skosIn, type Told } from './skos-read.ts';
import { turtleOf } from './skos-write.ts';
import { readTurtle } from './turtle.ts';
import { count } from './warnings.ts';

export type Format = 'turtle' | 'jsonld' | 'csv';

/**
 * A vocabulary read from a file: SKOS as Turtle or JSON-LD, or CSV. Fails where the file cannot be
 * read, is too large, or has no concepts; what a tag has no place for is told in warnings.
 */
export async function readVocabulary(
  path: string,
): Promise<NonNullable<RequestOutput<'vocabulary.read'>>> {
  const fileName = basename(path);
  const { text } = decode(await bytesOf(path), fileName);
  refuseXml(text, fileName);
  const { concepts, warnings } = READERS[formatOf(fileName, text)](text, fileName);
  if (concepts.length === 0)
    fail('bad-input', `${fileName} has no tags in it that could be taken over.`);
  if (concepts.length > CONCEPTS)
    fail(
      'file-too-large',
      `${fileName} has ${count(concepts.length, 'concept')}; up to ${count(CONCEPTS, 'one')} can be taken over at once. Part the file, then import its parts.`,
    );
  return { fileName, concepts, warnings };
}

const READERS: Readonly<Record<Format, (text: string, name: string) => Told>> = {
  turtle: (text, name) => withConcepts(skosIn(readTurtle(text, name)), name),
  jsonld(text, name) {
    const { triples, remote } = readJsonLd(text, name);
    const { concepts, warnings } = skosIn(triples);
    const [address] = remote;
    if (address === undefined) return withConcepts({ concepts, warnings }, name);
    if (concepts.length === 0)
      fail(
        'bad-input',
        `${name} leaves it to ${address} to say what its words mean, and Cablewright fetches nothing from the net. Have it saved as Turtle, or with its context inside, then import that.`,
      );
    const passed = `What only ${address} could explain was passed over: Cablewright fetches nothing from the net.`;
    return { concepts, warnings: [passed, ...warnings] };
  },
  csv: readCsv,
};

function withConcepts(told: Told, name: string): Told {
  if (told.concepts.length === 0)
    fail(
      'bad-input',
      `${name} says of nothing that it is a concept of SKOS (skos:Concept), so there is no tag to take over.`,
    );
  return told;
}

/** SKOS is often given out as RDF in XML, which looks like Turtle from afar. */
function refuseXml(text: string, name: string): void {
  if (/^\s*<(?:\?xml|!DOCTYPE|!--|rdf:RDF)/u.test(text))
    fail(
      'bad-input',
      `${name} is in XML, which Cablewright does not read for tags. Have the vocabulary saved as Turtle, JSON-LD or CSV, then import that.`,
    );
}

/** The format by the ending of the file's name, else by how the text begins. */
function formatOf(fileName: string, text: string): Format {
  switch (extname(fileName).toLowerCase()) {
    case '.ttl':
    case '.turtle':
    case '.nt':
      return 'turtle';
    case '.json':
    case '.jsonld':
      return 'jsonld';
    case '.csv':
    case '.tsv':
      return 'csv';
    default:
      if (/^\s*[[{]\s*(?:["[{]|[\]}])/u.test(text)) return 'jsonld';
      return /^\s*(?:@?prefix|@?base|#|<)/iu.test(text) ? 'turtle' : 'csv';
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST.vocabulary)
      fail(
        'file-too-large',
        `${basename(path)} has ${Math.ceil(size / 1024 / 1024)} MiB; a vocabulary may have up to ${LARGEST.vocabulary / 1024 / 1024} MiB. Part it, then import its parts.`,
      );
    return await readFile(path);
  } catch (error) {
    const { code, message } = failureOfFile(error, path);
    throw new FailureError(code, message);
  }
}

/** Writes a vocabulary into a file. */
export async function writeVocabulary(
  path: string,
  { format, tags, scheme }: { format: Format; tags: readonly Tag[]; scheme: Scheme },
): Promise<NonNullable<RequestOutput<'vocabulary.save'>>> {
  const concepts = conceptsOf(tags);
  const text = format === 'csv' ? csvOf(concepts) : WRITERS[format](scheme, concepts);
  await writeWhole(path, text);
  return { fileName: basename(path), tags: tags.length };
}

const WRITERS = { turtle: turtleOf, jsonld: jsonLdOf };
