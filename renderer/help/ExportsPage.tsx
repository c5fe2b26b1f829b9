import { ExportFormat, exportFormats } from '../../domain/exchange/format.ts';
import { lossKinds } from '../../domain/exchange/loss-kinds.ts';
import { CommandButton } from '../commands/CommandButton.tsx';

const formats = Object.keys(exportFormats).map((format) => ExportFormat.parse(format));

/** What each format of export is for, and all that it can lose. */
export function ExportsPage() {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by the keyboard.
    <div className="help-page exports-page" role="region" aria-label="Formats" tabIndex={0}>
      <p className="help-lead">
        Whatever leaves, the library keeps it whole. Before anything is written,{' '}
        <CommandButton name="export.open" className="link">
          Export…
        </CommandButton>{' '}
        names what is lost of your cables one by one; here is all that a format can lose.
      </p>
      {formats.map((format) => (
        <section key={format} className="format" aria-labelledby={`format-${format}`}>
          <header>
            <h3 id={`format-${format}`}>{exportFormats[format].title}</h3>
            <p>{exportFormats[format].use}</p>
          </header>
          <ul>
            {lossKinds[format].map(({ kind, sentence }) => (
              <li key={kind}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
