import { type CommandName, commands } from '../../domain/command.ts';
import { keyLabel } from '../commands/keys.ts';

/** The steps of the tour, in their order. */
export const stepNames = [
  'open',
  'evidence',
  'decide',
  'highlight',
  'tag',
  'correct',
  'search',
  'export',
] as const;
export type StepName = (typeof stepNames)[number];

/** What the tour looks at to see whether a step is done. */
export interface Facts {
  /** Whether the tour's cable is on the desk; where it is not, all that is told of it is nought. */
  readonly here: boolean;
  /** How often the reader has gone from the cable's data to their evidence. */
  readonly evidence: number;
  /** Changes that a person has decided shall hold. */
  readonly accepted: number;
  readonly annotations: number;
  /** Tags on all annotations together. */
  readonly tags: number;
  /** Annotations whose words are all gone. */
  readonly lost: number;
  readonly emendations: number;
  readonly query: string;
  /** Whether the sheet of export lies on the desk. */
  readonly exporting: boolean;
}

/** A step: what to do, and what it shows once it is done. */
export interface Step {
  readonly title: string;
  readonly asks: string;
  readonly shows: string;
  /** In which column its card stands: beside what it speaks of. */
  readonly beside: 'library' | 'inspector';
  /** Whether it is done, `since` being what was there when it began. */
  readonly isDone: (now: Facts, since: Facts) => boolean;
}

/** The key of a command as the reader knows it. */
const key = (name: CommandName) => keyLabel(commands[name].key ?? '');

/** What the steps say. The cable they speak of is circular 938. */
export const steps: Readonly<Record<StepName, Step>> = {
  open: {
    title: 'Two texts of one cable',
    asks: 'Open circular 938 in the list above.',
    shows:
      'At the left stands what a machine read from the paper; it never changes. At the right stands the transcription, which stamps, banners and strike-outs have left. Rest the pointer on words: they are lit on both sides.',
    beside: 'library',
    isDone: ({ here }) => here,
  },
  evidence: {
    title: 'Nothing without evidence',
    asks: `Show the cable’s data (${key('inspector.cable')}) and press its date.`,
    shows: 'The words that say so are lit in both texts. Each field leads to its words like this.',
    beside: 'inspector',
    isDone: (now, since) => now.evidence > since.evidence,
  },
  decide: {
    title: 'Every change can be decided',
    asks: `Show the apparatus (${key('inspector.apparatus')}), choose the struck-out “dismissed”, and reject the change (${key('proposal.reject')}): the words come back. Then accept it (${key('proposal.accept')}).`,
    shows:
      'They have left the text again, and the apparatus keeps them with your name. Cables less clear than this one bring proposals, which wait for you.',
    beside: 'inspector',
    isDone: (now, since) => now.accepted > since.accepted,
  },
  highlight: {
    title: 'Keep a passage',
    asks: `Select “US reconnaissance planes” in the transcription and press ${key('annotation.highlight')}.`,
    shows: 'The highlight stands in the text, and its card in the list above.',
    beside: 'inspector',
    isDone: (now, since) => now.annotations > since.annotations,
  },
  tag: {
    title: 'Say what it is about',
    asks: `With the highlight chosen press ${key('annotation.tag')}, type a tag, say Reconnaissance, and Enter.`,
    shows:
      'The passage has its tag. Tags have colours, keys and a tree; they can be renamed and merged at any time.',
    beside: 'inspector',
    isDone: (now, since) => now.tags > since.tags,
  },
  correct: {
    title: 'Correct, and keep hold',
    asks: 'Type in the transcription, among the highlighted words: make “US” “U.S.”.',
    shows:
      'Your correction is an emendation: the apparatus says who wrote it over what, and the original is as it was. The highlight has held on to its words.',
    beside: 'inspector',
    isDone: (now, since) => now.emendations > since.emendations && now.lost <= since.lost,
  },
  search: {
    title: 'Find it again',
    asks: `Press ${key('search.find')}, type quarantine, and Enter.`,
    shows:
      'What is found is lit in list and texts. The same field takes tags, dates, names, and words near each other; its ? explains them.',
    beside: 'library',
    isDone: ({ query }, since) => query !== '' && query !== since.query,
  },
  export: {
    title: 'Take it along',
    asks: `Open Export (${key('export.open')}), look what each format would lose, and close it again (Esc). Nothing is written until you say where.`,
    shows: `That was the round. All you did is yours to keep, or to take back step by step with ${key('journal.undo')}. ${key('palette.open')} finds every command, ${key('help.keys')} every key.`,
    beside: 'library',
    isDone: ({ exporting }) => exporting,
  },
};

/** The step before or after another; null where there is none. */
export function stepFrom(name: StepName, by: 1 | -1): StepName | null {
  return stepNames[stepNames.indexOf(name) + by] ?? null;
}

/** The name of a step that was kept, perhaps by another version; null where there is no such step now. */
export function stepNamed(name: string | null): StepName | null {
  return stepNames.find((each) => each === name) ?? null;
}
