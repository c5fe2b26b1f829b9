import { transcribe } from '../../transcription/transcription.ts';
import { type Element, firstIn } from '../tree.ts';
import { cableIdOf, childOf, childrenOf, documentOf } from './document.ts';
import {
  readEdition,
  readOriginal,
  readVersion,
  type ReadVocabulary,
  readVouch,
} from './header.ts';
import { readChanges, readEmendations } from './layers.ts';
import { leaving as newLeaving } from './leaving.ts';
import type { ReturnedDocument } from './returned.ts';
import {
  readAnnotations,
  readFieldEmendations,
  readMetadata,
  readRelations,
  readStructure,
} from './stand-off.ts';
import { type Places, readBody, readSource } from './texts.ts';

/** What is said where the transcription in a file is not what its apparatus leads to. */
export const TEXT_CHANGED =
  'The text of the file was changed elsewhere. The transcription is as the original, the changes and the emendations in the file have it; correct it here where the file says otherwise.';

/**
 * Reads a document of ours. Everything is read from where it stands off the texts; the texts check it. What
 * does not fit is left out and told. Null where it is not known what the original was.
 */
export function readReturned(
  xml: string,
  root: Element,
  vocabulary: ReadVocabulary,
): ReturnedDocument | null {
  const cableId = cableIdOf(root);
  const source = firstIn(root, 'sourceDoc');
  if (cableId === null || !source) return null;
  const document = documentOf(xml, root);
  const leaving = newLeaving();
  const places: Places = new Map();
  const text = readSource(xml, source, places);
  const read = readOriginal(document, text);
  if (!read) return null;
  const standOff = childOf(root, 'standOff');
  const entries = (type: string) =>
    childrenOf(standOff, 'listApp', type).flatMap((list) => childrenOf(list, 'app'));

  const made = readChanges(document, entries('cleaning'), text, places, leaving);
  const texts = { original: text, places };
  const emendations = readEmendations(document, entries('emendation'), made, texts, leaving);
  const transcription = transcribe(text, made.changes, emendations).text.toString();
  const body = firstIn(root, 'body');
  const isSame = body !== null && readBody(xml, body, places) === transcription;
  const beside = { document, standOff, places, leaving };
  const version = readVersion(document);
  const annotated = { cableId, version, texts: { original: text, transcription } };
  return {
    bytes: read.bytes,
    fromText: read.fromText,
    returned: {
      cableId,
      version,
      original: read.original,
      changes: made.changes,
      emendations,
      structure: readStructure(beside),
      metadata: readMetadata(beside),
      fieldEmendations: readFieldEmendations(beside),
      vouch: readVouch(document),
      edition: readEdition(document, standOff),
      ...readAnnotations(beside, annotated),
      relations: readRelations(beside),
      ...vocabulary,
      warnings: [...(isSame ? [] : [TEXT_CHANGED]), ...leaving.sentences()],
    },
  };
}
