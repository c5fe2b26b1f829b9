import type { CableEdition } from '../../domain/edition/edition.ts';
import { Digest } from './OriginalFacts.tsx';

interface EditionFactsProps {
  readonly from: CableEdition;
  /** The number of the document in the edition, where it has one. */
  readonly number: string | null;
}

/** The edition the cable was taken from: what to cite, who edited it, and its file. */
export function EditionFacts({ from, number }: EditionFactsProps) {
  const { title, series, volume, editors, publisher, published, fileName, sha256 } = from.edition;
  const work = [series, volume].filter((part) => part !== '').join(', ') || title;
  const issued = [publisher, published].filter((part) => part !== '').join(', ');
  return (
    <section className="original-facts" aria-label="Edition">
      <h3 className="label">Edition</h3>
      <dl className="facts">
        <div className="fact">
          <dt>From</dt>
          <dd>
            <cite>{work}</cite>, document {number ?? from.document}
          </dd>
        </div>
        {title !== '' && title !== work && (
          <div className="fact">
            <dt>Volume</dt>
            <dd>{title}</dd>
          </div>
        )}
        {editors.length > 0 && (
          <div className="fact">
            <dt>Editors</dt>
            <dd>{editors.join(', ')}</dd>
          </div>
        )}
        {issued !== '' && (
          <div className="fact">
            <dt>Published</dt>
            <dd>{issued}</dd>
          </div>
        )}
        <div className="fact">
          <dt>File</dt>
          <dd className="fact-file">{fileName}</dd>
        </div>
        <div className="fact">
          <dt>SHA-256</dt>
          <dd>
            <Digest sha256={sha256} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
