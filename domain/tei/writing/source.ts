import { writingOf } from '../../import/encode.ts';
import type { CableRecord } from '../../exchange/record.ts';
import { base64Of } from '../../text/bytes.ts';
import { type Anchors, anchorsIn, type Scribe } from './scribe.ts';
import { lines, tag } from './xml.ts';

/**
 * The original, line by line, with the anchors that all else is fastened to. Where its bytes do not follow
 * from its text and its encoding, they stand beside it.
 */
export function sourceDoc({ cable, bytes }: CableRecord, scribe: Scribe): string {
  const { text, encoding } = cable.original;
  const kept = writingOf(text, encoding, bytes)
    ? []
    : [
        tag(
          'binaryObject',
          { type: 'bytes', mimeType: 'text/plain', encoding: 'base64' },
          base64Of(bytes),
        ),
      ];
  const anchors = scribe.anchors('original');
  let from = 0;
  const written = text.split('\n').map((line) => {
    const element = lineWith(line, from, anchors, scribe);
    from += line.length + 1;
    return element;
  });
  const surface = tag('surface', {}, lines([...kept, ...written]));
  return tag('sourceDoc', { 'xml:id': scribe.id('original'), 'xml:space': 'preserve' }, surface);
}

/** One line. An anchor at its end stands in it; the next line begins behind its line end. */
function lineWith(line: string, from: number, anchors: Anchors, scribe: Scribe): string {
  const isPlain = anchorsIn(anchors, from, from + line.length).length === 0;
  return tag('line', {}, isPlain ? scribe.words(line) : scribe.anchoredWords(line, from, anchors));
}
