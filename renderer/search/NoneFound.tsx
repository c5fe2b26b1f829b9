import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { chipsOf, type Chip, withChip, withoutChip } from '../../domain/search/chips.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { clearSearch, type } from './searching.ts';

/** What stands in the list's place where nothing was found: what can be tried instead. */
export function NoneFound() {
  const query = useDesk((desk) => desk.query);
  const all = useRef<HTMLButtonElement>(null);
  useCommand('go.library', () => all.current?.focus());
  const chips = chipsOf(query);
  const words = chips.filter(canBeMisread);
  return (
    <section className="none-found" aria-label="Nothing found">
      <p>No cable has all of this.</p>
      <ul>
        {words.length > 0 && (
          <li>
            <Button className="link" onPress={() => type(tolerant(query, words))}>
              Allow for letters a machine misreads
            </Button>{' '}
            <code>~</code>
          </li>
        )}
        {chips.length > 1 &&
          chips.map((chip) => (
            <li key={chip.index}>
              <Button className="link" onPress={() => type(withoutChip(query, chip))}>
                Without {chip.negated && 'not '}
                {chip.label}
              </Button>
            </li>
          ))}
        <li>
          <Button ref={all} className="link" onPress={clearSearch}>
            Show all cables
          </Button>
        </li>
      </ul>
    </section>
  );
}

/** Whether a condition is one word that is looked for exactly. */
function canBeMisread({ query, negated }: Chip): boolean {
  return (
    !negated &&
    query.type === 'words' &&
    !query.tolerant &&
    !query.prefix &&
    query.words.length === 1
  );
}

/** A query in which some conditions are looked for tolerantly. */
function tolerant(query: string, chips: readonly Chip[]): string {
  return chips.reduce((left, chip) => {
    const colon = chip.typed.indexOf(':') + 1;
    const condition = `${chip.typed.slice(0, colon)}~${chip.typed.slice(colon)}`;
    return withChip(left, chip, condition);
  }, query);
}

/** What stands in the list's place where the library could not be searched. */
export function SearchFailed({ message }: { readonly message: string }) {
  const all = useRef<HTMLButtonElement>(null);
  useCommand('go.library', () => all.current?.focus());
  return (
    <section className="none-found" aria-label="The search failed">
      <p role="alert">{message}</p>
      <Button ref={all} className="link" onPress={clearSearch}>
        Show all cables
      </Button>
    </section>
  );
}
