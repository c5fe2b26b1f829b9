import { markdown } from '../../../domain/exchange/markdown.ts';
import { csv } from '../../../domain/exchange/csv.ts';
import type { ExportFormat } from '../../../domain/exchange/format.ts';
import type { Writer } from '../../../domain/exchange/writer.ts';
import { tei } from '../../../domain/tei/writing/tei.ts';
import { xmi } from '../../../domain/uima/write.ts';
import { tsv } from '../../../domain/webanno/write.ts';
import { webAnnotation } from '../../../domain/web-annotation/write.ts';
import { html } from '../../reading-edition/writer.ts';

/** How each format is written. */
export const writers: Readonly<Record<ExportFormat, Writer>> = {
  csv,
  html,
  markdown,
  tei,
  'web-annotation': webAnnotation,
  xmi,
  tsv,
};
