import './safety.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { request } from '../bridge.ts';
import { useLibrary } from '../desk/queries.ts';

/** Says where a library lies in danger: in a folder that a service keeps, or on a network drive. */
export function PlaceWarning() {
  const { data: library } = useLibrary();
  const [heard, setHeard] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['place', library?.path],
    queryFn: () => request('library.placeWarning', {}),
    enabled: Boolean(library),
  });
  if (!library || !data?.warning || heard === library.path) return null;
  return (
    <section className="place-warning" aria-label="Where this library lies">
      <p>{data.warning}</p>
      <Button className="quiet" onPress={() => setHeard(library.path)}>
        I know<span className="by-ear">: where this library lies</span>
      </Button>
    </section>
  );
}
