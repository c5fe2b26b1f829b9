import type { RequestOutput } from '../../domain/contract.ts';

/**
 * A vocabulary in a notation, for tests: `Soviet<Persons:3` is the tag Soviet below the last Persons
 * before it, on three annotations; `_` stands for a blank.
 */
export function madeOf(notation: string): RequestOutput<'tag.list'> {
  const ids = new Map<string, string>();
  return notation.split(' ').map((word, index) => {
    const [path = '', uses = '0'] = word.split(':');
    const [name = '', above = ''] = path.replaceAll('_', ' ').split('<');
    const id = `${name} ${index}`;
    const parentId = ids.get(above) ?? null;
    ids.set(name, id);
    const tag = {
      id,
      name,
      parentId,
      colour: 'sky' as const,
      description: '',
      key: null,
      iri: null,
    };
    return { tag, uses: Number(uses) };
  });
}
