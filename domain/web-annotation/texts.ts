import type { Side } from '../annotation/annotation.ts';
import type { CableRecord } from '../exchange/record.ts';
import { transcribe } from '../transcription/transcription.ts';
import { type CodePoints, codePointsOf } from './code-points.ts';
import { textIri } from './iri.ts';

/** One side of a cable as annotations refer to it. */
export interface SourceText {
  readonly side: Side;
  readonly text: string;
  readonly iri: string;
  readonly points: CodePoints;
}

/** Both sides of a cable. */
export type SourceTexts = Readonly<Record<Side, SourceText>>;

/** Both sides of a cable, as they are now. */
export function sourceTexts({ cable }: CableRecord): SourceTexts {
  const { original, changes, emendations, version } = cable;
  const told = { cableId: cable.summary.id, sha256: original.sha256 };
  const sideOf = (side: Side, text: string, number: number): SourceText => ({
    side,
    text,
    iri: textIri({ ...told, side, version: number }),
    points: codePointsOf(text),
  });
  const { text } = transcribe(original.text, changes, emendations);
  return {
    original: sideOf('original', original.text, 0),
    transcription: sideOf('transcription', text.toString(), version),
  };
}

/** What names a whole cable. */
export function cableIri({ cable }: CableRecord): string {
  const { summary, original } = cable;
  return textIri({ cableId: summary.id, sha256: original.sha256, side: null, version: 0 });
}
