import { v7 as newId } from 'uuid';
import type { NamedCable } from '../../domain/import/import.ts';
import type { ReadyDocument } from '../import/pipeline.ts';
import type { Library } from './library.ts';

/** The cable whose original has these bytes; null if there is none. */
export function knownCable({ cables }: Library, sha256: string): NamedCable | null {
  const cableId = cables.withOriginal(sha256);
  return cableId === null ? null : { cableId, title: cables.title(cableId) };
}

/**
 * Adds a cable with its original, what cleaning has found, and what it and other witnesses of it are
 * found by; gives its id. Only within a transaction.
 */
export function addCable({ cables, sketches }: Library, document: ReadyDocument): string {
  const { bytes, sha256, fileName, format, origin, prepared } = document;
  const { text, encoding, cleaning, sketch } = prepared;
  const cableId = newId();
  const original = { bytes, text, encoding, format, sha256, fileName };
  cables.add(cableId, new Date().toISOString(), original, cleaning, prepared.cleaned);
  sketches.add(cableId, sketch);
  if (origin) cables.editions.add(cableId, origin.edition, origin.document);
  return cableId;
}
