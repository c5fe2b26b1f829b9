import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { MetadataEntry } from '../../domain/metadata/metadata.ts';
import { jumpTo } from '../desk/desk.ts';
import { EvidenceWords } from './Evidence.tsx';

interface FieldValueProps {
  /** What cleaning read this value from; null where an editor has put it. */
  readonly entry: MetadataEntry | null;
  readonly text: string;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}

/** A value that can be read otherwise: pressing it opens it for writing and shows the words it was read from. */
export function FieldValue({ entry, text, onEdit, children }: FieldValueProps) {
  const evidence = entry?.evidence ?? null;
  return (
    <TooltipTrigger delay={400}>
      <Button
        className={evidence ? 'evidence' : 'evidence without'}
        onPress={() => {
          if (evidence) jumpTo({ side: 'original', ...evidence });
          onEdit();
        }}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" placement="left" offset={8}>
        {entry && evidence && (
          <>
            <EvidenceWords text={text} range={evidence} rule={entry.rule} />
            <br />
          </>
        )}
        <small>press to read it otherwise</small>
      </Tooltip>
    </TooltipTrigger>
  );
}
