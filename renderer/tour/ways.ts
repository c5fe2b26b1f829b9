import type { Cable } from '../../domain/library/cable.ts';
import { give } from '../commands/commands.ts';
import { chooseAnnotation, jumpTo, openCable, useDesk } from '../desk/desk.ts';
import { knownOf, queryClient } from '../desk/queries.ts';
import { lookAt } from '../proposals/deciding.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import type { StepName } from './steps.ts';

/** The words that the tour has highlighted and corrected. */
const WORDS = 'US reconnaissance planes';

/** The words whose striking-out the tour decides on. */
const STRUCK = '~~dismissed~~';

/** Leads to the place that a step speaks of; the step itself is left to the reader. */
export function leadTo(step: StepName, cableId: string) {
  if (step === 'open') give('go.library');
  else if (step === 'search') give('search.find');
  else if (step === 'export') give('export.open');
  else {
    openCable(cableId);
    const cable = queryClient.getQueryData<Cable>(['cable', cableId]);
    if (step === 'evidence') useDesk.setState({ inspector: 'cable' });
    else if (step === 'decide') showChange(cable);
    else if (step === 'tag') chooseLast(cableId);
    else showWords(cable);
  }
}

function showChange(cable: Cable | undefined) {
  useDesk.setState({ inspector: 'apparatus' });
  const struck = cable?.changes.find(({ from, to }) =>
    cable.original.text.slice(from, to).includes(STRUCK),
  );
  if (struck) lookAt(struck);
}

function showWords(cable: Cable | undefined) {
  if (!cable) return;
  const from = manuscriptOf(cable).transcription.text.toString().indexOf(WORDS);
  if (from !== -1) jumpTo({ side: 'transcription', from, to: from + WORDS.length });
}

/** The annotation made last. */
function chooseLast(cableId: string) {
  useDesk.setState({ inspector: 'annotations' });
  const made = knownOf(cableId).toSorted((a, b) => (a.created < b.created ? 1 : -1));
  if (made[0]) chooseAnnotation(made[0].id);
}
