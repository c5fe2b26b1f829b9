import { NoneFound, SearchFailed } from '../search/NoneFound.tsx';
import { useTotal } from '../search/total.ts';
import { CableList } from './CableList.tsx';
import { useFirstPage } from './cablePages.ts';

/** The list of all cables or of those that were found; it says so where there are none. */
export function ListedCables() {
  const { error } = useFirstPage();
  const total = useTotal();
  if (error) return <SearchFailed message={error.message} />;
  if (total === null) return null;
  return total.exact && total.total === 0 ? <NoneFound /> : <CableList total={total.total} />;
}
