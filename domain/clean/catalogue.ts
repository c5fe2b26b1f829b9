import type { Rule } from './rule.ts';

const HEAD = `# The rules of cleaning

Generated from \`domain/clean/rules/\` by \`node scripts/run.mjs scripts/rules-catalogue.ts\`; do not edit it by hand.

Each rule says what it does, how sure it can be, and shows examples, which are its tests. A *certain* rule changes the
transcription at import; what it is less sure of in a given place, and what a *likely* or *unsure* rule finds, is only
offered, and a person decides. Nothing is lost: every change stands in the apparatus with the rule that made it, and a
rule can be switched off.

In the examples ⏎ is a line end, and what follows the arrow is the text when everything offered is accepted too; \`=\`
means that the text stays as it is. All names and numbers in them are invented.
`;

/** The catalogue of rules as a page of Markdown, in the order in which the rules read a text. */
export function catalogueOf(rules: readonly Rule[]): string {
  const list = rules.map(({ name, explanation }) => `- [${name}](#${name}): ${explanation}`);
  return [HEAD, ...list, '', ...rules.map(sectionOf)].join('\n');
}

function sectionOf({ name, explanation, certainty, examples }: Rule): string {
  const lines = examples.map((example) => `- \`\`${spaced(example)}\`\``);
  return [`## ${name}`, '', `${explanation} *(${certainty})*`, '', ...lines, ''].join('\n');
}

/** A span of code that begins or ends with a grave accent needs a blank beside it. */
function spaced(example: string): string {
  return /^`|`$/.test(example) ? ` ${example} ` : example;
}
