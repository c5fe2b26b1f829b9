import { teiLossKinds } from '../tei/writing/losses.ts';
import { xmiLossKinds } from '../uima/losses.ts';
import { webAnnotationLossKinds } from '../web-annotation/losses.ts';
import { tsvLossKinds } from '../webanno/losses.ts';
import { csvLossKinds } from './csv-losses.ts';
import { editionLossKinds } from './edition-losses.ts';
import type { ExportFormat } from './format.ts';
import { markdownLossKinds } from './markdown-losses.ts';
import type { LossKind } from './telling.ts';

/** What each format may lose, kind by kind: the very kinds that its writer tells of the cables it writes. */
export const lossKinds: Readonly<Record<ExportFormat, readonly LossKind[]>> = {
  tei: teiLossKinds,
  'web-annotation': webAnnotationLossKinds,
  html: editionLossKinds,
  markdown: markdownLossKinds,
  csv: csvLossKinds,
  xmi: xmiLossKinds,
  tsv: tsvLossKinds,
};
