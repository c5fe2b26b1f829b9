import type { Table } from '../../domain/statistics/table.ts';
import { inDigits } from '../desk/words.ts';

/** The numbers of a picture, for whoever reads them better so. */
export function NumberTable({
  table,
  caption,
}: {
  readonly table: Table;
  readonly caption: string;
}) {
  const words = table.rows[0]?.words.length ?? 1;
  return (
    <table className="use-table">
      <caption className="by-ear">{caption}</caption>
      <thead>
        <tr>
          {table.head.map(({ key, words: name }, at) => (
            <th key={key} scope="col" className={at < words ? undefined : 'use-number'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ key, words: [head, ...others], counts }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {others.map((each) => (
              <td key={each}>{each}</td>
            ))}
            {counts.map((count, at) => (
              <td key={table.head[words + at]?.key} className="use-number">
                {inDigits(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
