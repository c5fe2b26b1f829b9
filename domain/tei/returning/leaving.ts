/** What can be left out of a document that was edited elsewhere. */
export type Left = 'change' | 'emendation' | 'structure' | 'metadata' | 'annotation' | 'relation';

const NAMES: Readonly<Record<Left, readonly [one: string, several: string]>> = {
  change: ['change of the cleaning', 'changes of the cleaning'],
  emendation: ['emendation', 'emendations'],
  structure: ['piece of structure', 'pieces of structure'],
  metadata: ['entry of the metadata', 'entries of the metadata'],
  annotation: ['annotation', 'annotations'],
  relation: ['relation', 'relations'],
};

/** Counts what does not fit together any more. */
export type Leaving = ReturnType<typeof leaving>;

export function leaving() {
  const counts = new Map<Left, number>();
  let lost = 0;
  return {
    leave: (kind: Left) => counts.set(kind, (counts.get(kind) ?? 0) + 1),

    /** A passage that is not where the file says. */
    lose: () => {
      lost += 1;
    },

    /** What a reader is told of it. */
    sentences: (): string[] => [
      ...[...counts].map(([kind, count]) => {
        const what = `${count} ${NAMES[kind][count === 1 ? 0 : 1]}`;
        return `The file was changed elsewhere, so that ${what} in it no longer fit${count === 1 ? 's' : ''}; ${count === 1 ? 'it was' : 'they were'} left out.`;
      }),
      ...(lost === 0
        ? []
        : [
            `The file was changed elsewhere, so that ${lost} ${lost === 1 ? 'passage' : 'passages'} of annotations ${lost === 1 ? 'is' : 'are'} not at ${lost === 1 ? 'its' : 'their'} place; ${lost === 1 ? 'it is' : 'they are'} among the unplaced ones, with ${lost === 1 ? 'its' : 'their'} words.`,
          ]),
    ],
  };
}
