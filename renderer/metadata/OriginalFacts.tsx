import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { Original } from '../../domain/library/cable.ts';
import { copy } from '../desk/copy.ts';
import { count } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { momentOf } from './dates.ts';
import { encodingNames } from './encodings.ts';

/** The file the original came in: what tells it from every other. */
export function OriginalFacts({ original }: { readonly original: Original }) {
  const { fileName, encoding, format, byteLength, sha256, importedAt } = original;
  return (
    <section className="original-facts" aria-label="Original">
      <h3 className="label">Original</h3>
      <dl className="facts">
        <div className="fact">
          <dt>File</dt>
          <dd className="fact-file">{fileName}</dd>
        </div>
        <div className="fact">
          <dt>Encoding</dt>
          <dd>{encodingNames[encoding]}</dd>
        </div>
        {format === 'tei' && (
          <div className="fact">
            <dt>Markup</dt>
            <dd>TEI, as the edition has it</dd>
          </div>
        )}
        <div className="fact">
          <dt>Size</dt>
          <dd>{count(byteLength, 'byte')}</dd>
        </div>
        <div className="fact">
          <dt>SHA-256</dt>
          <dd>
            <Digest sha256={sha256} />
          </dd>
        </div>
        <div className="fact">
          <dt>Imported</dt>
          <dd>{momentOf(importedAt)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** The digest in short; the whole of it on hover, and on the clipboard when pressed. */
export function Digest({ sha256 }: { readonly sha256: string }) {
  return (
    <TooltipTrigger delay={400}>
      <Button
        className="evidence fact-file"
        onPress={() => {
          copy(sha256);
          announce('SHA-256 copied');
        }}
      >
        <span className="by-ear">Copy the SHA-256 </span>
        {sha256.slice(0, 8)}…{sha256.slice(-8)}
      </Button>
      <Tooltip className="tooltip digest" placement="left" offset={8}>
        {sha256}
        <br />
        <small>press to copy</small>
      </Tooltip>
    </TooltipTrigger>
  );
}
