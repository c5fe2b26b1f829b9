import { sentenceOf, block, line, type Unit, widened, word } from '../../domain/text/units.ts';
import type { Side } from '../../domain/annotation/annotation.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { announce } from '../status/announce.ts';
import type { Pair } from './pair.ts';

/**
 * The units that are selected by key. A paragraph of the transcription is a line; the lines of the
 * original are those of the paper, and go on to the next blank one.
 */
const units: Readonly<Record<'word' | 'sentence' | 'paragraph', Readonly<Record<Side, Unit>>>> = {
  word: { original: word, transcription: word },
  sentence: { original: sentenceOf(block), transcription: sentenceOf(line) },
  paragraph: { original: block, transcription: line },
};

/** Selects by key what the caret stands in, in either text; pressed again, a key takes in what follows. */
export function SelectCommands({ pair }: { readonly pair: Pair }) {
  useCommand('select.word', () => select(pair, 'word'));
  useCommand('select.sentence', () => select(pair, 'sentence'));
  useCommand('select.paragraph', () => select(pair, 'paragraph'));
  return null;
}

function select(pair: Pair, what: keyof typeof units) {
  const side = pair.focused ?? useDesk.getState().caret?.side ?? 'transcription';
  const view = pair.view(side);
  const { from, to } = view.state.selection.main;
  const range = widened(view.state.doc.toString(), { from, to }, units[what][side]);
  pair.focus(side);
  if (range)
    view.dispatch({ selection: { anchor: range.from, head: range.to }, scrollIntoView: true });
  else announce(`No ${what} follows`);
}
