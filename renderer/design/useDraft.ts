import { useState } from 'react';

/**
 * What the reader is typing into a field whose value is stored. When the stored value changes (it was
 * saved, or an undo took it back), the field shows the stored one.
 */
export function useDraft(stored: string) {
  const [draft, setDraft] = useState(stored);
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    setSeen(stored);
    setDraft(stored);
  }
  return [draft, setDraft] as const;
}
