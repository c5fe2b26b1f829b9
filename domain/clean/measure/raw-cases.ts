/** One example of a phenomenon of raw scans, in the notation of the fixture and as plain text. */
export interface RawCase {
  readonly notation: string;
  readonly text: string;
}

/** The examples of one phenomenon. */
export interface RawPhenomenon {
  readonly phenomenon: string;
  readonly cases: readonly RawCase[];
}

/**
 * Reads a file of raw examples: one case a line, ⏎ for a line end; «…» must leave the reading text
 * for certain, ‹…› must be offered to leave, everything else must stay. `[name]` begins a
 * phenomenon, `# ` a remark.
 */
export function readCases(file: string): RawPhenomenon[] {
  const found: { phenomenon: string; cases: RawCase[] }[] = [];
  for (const line of file.split('\n')) {
    const name = /^\[([a-z0-9-]+)\]$/.exec(line)?.[1];
    if (name) found.push({ phenomenon: name, cases: [] });
    else if (line !== '' && !/^#( |$)/.test(line))
      found.at(-1)?.cases.push({ notation: line, text: plainOf(line) });
  }
  return found;
}

function plainOf(notation: string): string {
  return notation.replace(/[«»‹›]/g, '').replaceAll('⏎', '\n');
}
