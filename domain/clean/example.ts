/** An example of a rule: a text as it comes, and as it reads when everything offered is accepted. */
export interface Example {
  readonly before: string;
  readonly after: string;
}

/** Reads an example: `before → after` with ⏎ for a line end, `before → =` where all stays. */
export function readExample(example: string): Example {
  const at = example.lastIndexOf(' → ');
  const before = example.slice(0, at).replaceAll('⏎', '\n');
  const after = example.slice(at + 3).replaceAll('⏎', '\n');
  return { before, after: after === '=' ? before : after };
}
