import './references.css';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MissingDocument } from '../../domain/reference/reference.ts';
import { useCommand } from '../commands/commands.ts';
import { VirtualList } from '../design/VirtualList.tsx';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { count, sentenceOf } from '../desk/words.ts';
import { saveMissing, useMissing } from './missing.ts';
import { goTo, nameWords } from './references.ts';

/** The documents that cables refer to and that are not in the library. */
export function MissingSheet() {
  const { data: library } = useLibrary();
  useCommand(
    'reference.missing',
    () => useDesk.setState({ sheet: 'missing' }),
    Boolean(library && library.cables > 0),
  );
  return (
    <SheetFrame sheet="missing" title="References that lead nowhere" className="missing">
      <Missing />
    </SheetFrame>
  );
}

function Missing() {
  const [words, setWords] = useState('');
  const [saved, setSaved] = useState('');
  const found = useMissing(words);
  const { data, error, fetchNextPage, hasNextPage, isFetching } = found;
  const lines = data?.pages.flatMap(({ missing }) => missing) ?? [];
  const total = data?.pages[0]?.total ?? 0;

  async function save() {
    const fileName = await saveMissing(words);
    if (fileName !== null) setSaved(`Saved as ${fileName}.`);
  }

  return (
    <>
      <div className="missing-field">
        <input
          type="search"
          aria-label="Words of the document, or of the cables that refer to it"
          placeholder="Words of the document, or of the cables that refer to it"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setSaved('');
          }}
        />
      </div>
      {error && <p className="missing-told">{sentenceOf(error)}</p>}
      {!error && lines.length === 0 && (
        <p className="missing-told">{isFetching ? 'Looking …' : none(words)}</p>
      )}
      {lines.length > 0 && (
        <VirtualList
          label="Missing documents"
          className="missing-list"
          count={lines.length}
          estimate={64}
        >
          {(at) => {
            if (at >= lines.length - 20 && hasNextPage && !isFetching) void fetchNextPage();
            const document = lines[at];
            return document && <MissingLine document={document} />;
          }}
        </VirtualList>
      )}
      <footer className="sheet-foot">
        <p role="status">{saved || (data ? count(total, 'document') : '')}</p>
        <Button
          className="button"
          isDisabled={total === 0}
          onPress={() => void save().catch(report)}
        >
          Save list (CSV)…
        </Button>
      </footer>
    </>
  );
}

function none(words: string): string {
  return words.trim() === ''
    ? 'Every reference that was found leads to a cable of this library.'
    : 'No missing document has these words in its name, or in the titles of the cables that refer to it.';
}

/** A missing document: what it is, how often it is referred to, and by which cables. */
function MissingLine({
  document: { name, words, times, cables, citing },
}: {
  readonly document: MissingDocument;
}) {
  const more = cables - citing.length;
  return (
    <div className="reference-line">
      <span>{name}</span>
      <span className="reference-words">{count(times, 'reference')}</span>
      {!name.includes(words) && <span className="reference-words">called “{words}”</span>}
      <div className="missing-citing">
        {citing.map((cable) => (
          <Button
            key={cable.id}
            className="link"
            onPress={() => {
              closeSheet();
              goTo(cable);
            }}
          >
            {nameWords(cable)}
          </Button>
        ))}
        {more > 0 && <span className="reference-words">and {count(more, 'cable')} more</span>}
      </div>
    </div>
  );
}
