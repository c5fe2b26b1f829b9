/** What a column of a file has. A slot has two: the roles of what it leads to, and the lines where that begins. */
export type Column =
  | { readonly kind: 'feature'; readonly name: string }
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'roles'; readonly name: string }
  | { readonly kind: 'targets'; readonly name: string; readonly target: string }
  | { readonly kind: 'source'; readonly base: string };

/** A layer of a file with its columns; `at` is where the first of them stands in a line, counted from 0. */
export interface Layer {
  readonly kind: 'span' | 'relation' | 'chain';
  readonly name: string;
  readonly at: number;
  readonly columns: readonly Column[];
}

const KINDS = { T_SP: 'span', T_RL: 'relation', T_CH: 'chain' } as const;

/** Before the columns of layers stand the line's number, its place and its words. */
const FIXED = 3;

/** The layers that the head of a file declares, a line each. */
export function layersIn(lines: readonly string[]): Layer[] {
  let at = FIXED;
  return lines.flatMap((line): Layer[] => {
    const [, word, declared] = /^#(T_SP|T_RL|T_CH)=(.+)$/u.exec(line) ?? [];
    if (!declared || (word !== 'T_SP' && word !== 'T_RL' && word !== 'T_CH')) return [];
    const [name = '', ...fields] = declared.split('|');
    const columns = columnsOf(fields.filter((field) => field !== ''));
    const layer = { kind: KINDS[word], name, at, columns };
    at += columns.length;
    return [layer];
  });
}

function columnsOf(fields: readonly string[]): Column[] {
  const columns = fields.map((field, index): Column => {
    if (field.startsWith('BT_')) return { kind: 'source', base: field.slice(3) };
    const role = roleIn(field);
    if (role !== null) return { kind: 'roles', name: role };
    const before = index === 0 ? null : roleIn(fields[index - 1] ?? '');
    if (before !== null) return { kind: 'targets', name: before, target: field };
    return { kind: 'feature', name: field };
  });
  return columns.length === 0 ? [{ kind: 'placeholder' }] : columns;
}

/** The feature that a column of roles is of: `ROLE_webanno.custom.Frame:Roles_webanno.custom.RolesLink`. */
function roleIn(field: string): string | null {
  return /^ROLE_[^:]*:([^_]*)_/u.exec(field)?.[1] ?? null;
}
