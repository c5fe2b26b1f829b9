import { create } from 'zustand';
import type { Side } from '../../domain/annotation/annotation.ts';
import { type AnnotationFilter, showsAll } from '../../domain/annotation/filter.ts';
import type { ChangeKey } from '../../domain/change/decision.ts';
import { byDate, type CableOrder } from '../../domain/search/order.ts';

/** A stretch of one side's text, in UTF-16 code units. */
export interface Passage {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

/** The panels of the inspector, one at a time. */
export type InspectorPanel = 'annotations' | 'apparatus' | 'cable' | 'history' | 'suggestions';

/** What floats over the desk, one at a time. */
export type Sheet =
  | 'palette'
  | 'keys'
  | 'catalogue'
  | 'exports'
  | 'about'
  | 'licences'
  | 'tags'
  | 'report'
  | 'name'
  | 'rules'
  | 'decide'
  | 'alike'
  | 'witness'
  | 'compare'
  | 'link'
  | 'relationTypes'
  | 'vocabulary'
  | 'gazetteer'
  | 'statistics'
  | 'agreement'
  | 'occurrences'
  | 'table'
  | 'discarded'
  | 'concordance'
  | 'timeline'
  | 'saveSearch'
  | 'savedSearches'
  | 'missing'
  | 'meant'
  | 'graph'
  | 'export'
  | 'coming'
  | 'package'
  | 'merge'
  | 'conflicts'
  | 'backups'
  | 'verify';

/** What the reader is doing at the desk. Nothing here is stored; what is stored comes by queries. */
export interface Desk {
  readonly cableId: string | null;
  /** Where the caret stands. */
  readonly caret: { readonly side: Side; readonly at: number } | null;
  /** What the reader has selected, or null. */
  readonly selection: Passage | null;
  /** The passage under the pointer. It is lit on both sides while the pointer rests. */
  readonly hovered: Passage | null;
  /** The passage the reader has jumped to (evidence, apparatus, annotation). Lit until the next. */
  readonly lit: Passage | null;
  /** Counts the jumps, so that jumping to the same passage twice scrolls twice. */
  readonly jumps: number;
  readonly annotationId: string | null;
  /** The annotations that are acted on together. */
  readonly marked: ReadonlySet<string>;
  /** Which annotations are shown. */
  readonly filter: AnnotationFilter;
  /**
   * What the card of the chosen annotation, or the bar of the emendation, has been asked to open;
   * `card` asks the card to take the focus.
   */
  readonly asked: 'tags' | 'note' | 'card' | 'reason' | null;
  /** The proposal, or the change decided on, that is being looked at. */
  readonly proposal: ChangeKey | null;
  /** The emendation that is being looked at; then no proposal is. */
  readonly emendationId: string | null;
  /** The search in force, in the language of queries; empty where all cables are listed. */
  readonly query: string;
  /** The order of the list. */
  readonly order: CableOrder;
  readonly inspector: InspectorPanel;
  /** Whether what left the reading text is shown in its place in the transcription. */
  readonly removedShown: boolean;
  readonly sheet: Sheet | null;
  /** A sentence about something that has just failed, until it is put away. */
  readonly failure: string | null;
}

const fresh: Desk = {
  cableId: null,
  caret: null,
  selection: null,
  hovered: null,
  lit: null,
  jumps: 0,
  annotationId: null,
  marked: new Set(),
  filter: showsAll,
  asked: null,
  proposal: null,
  emendationId: null,
  query: '',
  order: byDate,
  inspector: 'annotations',
  removedShown: false,
  sheet: null,
  failure: null,
};

export const useDesk = create<Desk>(() => fresh);

/** Puts another cable on the desk; what was selected in the last one is gone. */
export function openCable(cableId: string | null) {
  if (useDesk.getState().cableId === cableId) return;
  useDesk.setState({
    cableId,
    caret: null,
    selection: null,
    hovered: null,
    lit: null,
    annotationId: null,
    marked: new Set(),
    asked: null,
    proposal: null,
    emendationId: null,
  });
}

/** Lights a passage on both sides and scrolls to it. */
export function jumpTo(passage: Passage) {
  useDesk.setState((desk) => ({ lit: passage, jumps: desk.jumps + 1 }));
}

/** Chooses an annotation and shows its card, opening the card's tags or note where asked. */
export function chooseAnnotation(annotationId: string, asked: Desk['asked'] = null) {
  useDesk.setState({ annotationId, asked, inspector: 'annotations' });
}

/** Looks at a proposal, or at a change decided on, in the apparatus. */
export function chooseProposal({ from, to, rule }: ChangeKey) {
  const proposal = { from, to, rule };
  useDesk.setState({ proposal, emendationId: null, inspector: 'apparatus' });
}

/** Looks at an emendation in the apparatus, going to its reason where asked. */
export function chooseEmendation(emendationId: string, asked: 'reason' | null = null) {
  useDesk.setState({ emendationId, asked, proposal: null, inspector: 'apparatus' });
}

/** Clears the desk when another library is put on it. */
export function clearDesk() {
  useDesk.setState({ ...fresh, inspector: useDesk.getState().inspector });
}

/** Tells the reader of a failure. What is thrown here is nearly always a `FailureError` with its sentence. */
export function report(thrown: unknown) {
  useDesk.setState({ failure: thrown instanceof Error ? thrown.message : String(thrown) });
}
