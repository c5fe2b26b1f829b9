import { statSync } from 'node:fs';
import { EXIT, type Command } from '../command.ts';
import { count, LIBRARY, libraryPath, withLibrary } from '../library.ts';

/** `stats`: what a library holds, in numbers. */
export const stats: Command = {
  usage: '--library FILE',
  summary: 'Tells what a library holds, in numbers.',
  options: { library: LIBRARY },
  examples: ['stats --library Cuba.cablewright --json'],
  run(words, surroundings) {
    return withLibrary(words, surroundings, async (store) => {
      const { id, name, cables, annotations } = await store.state();
      const { facets, months, undated } = await store.countSearch('');
      const tags = await store.listTags();
      const creators = await store.listCreators();
      const { size } = statSync(libraryPath(words));
      const told = { id, name, bytes: size, cables, annotations, tags: tags.length, undated };
      const states = facets.find(({ facet }) => facet === 'state')?.values ?? [];
      const [first] = months;
      const last = months.at(-1);
      surroundings.output.result(
        {
          ...told,
          first: first?.value ?? null,
          last: last?.value ?? null,
          creators,
          facets,
          months,
        },
        [
          name,
          `cables       ${count(cables)}`,
          ...states.map(({ value, cables: number }) => `  ${value.padEnd(11)}${count(number)}`),
          `dated        ${first && last ? `${first.value} to ${last.value}` : 'none'}; ${count(undated)} without a date`,
          `annotations  ${count(annotations)}`,
          `tags         ${count(tags.length)}`,
          `size         ${count(Math.ceil(size / 1024))} KiB`,
        ].join('\n'),
      );
      return EXIT.done;
    });
  },
};
