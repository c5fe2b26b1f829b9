import { Button, Toolbar } from 'react-aria-components';
import { type Bench, type Deed, deeds, isPossible, nextOpen } from './adjudicating.ts';
import type { Two } from './asking.ts';
import { act, goTo, keys, NEXT } from './keys.ts';
import { nameOf } from './words.ts';

interface DeedsProps {
  readonly bench: Bench;
  /** A button has been pressed. */
  readonly onDone: () => void;
}

/** What can be said of the pair at hand, with the keys for it. */
export function Deeds({ bench, onDone }: DeedsProps) {
  const { pairs, at, two } = bench;
  const pair = pairs[at];
  if (!pair) return null;
  const words = wordsFor(two);
  const next = nextOpen(pairs, at);
  return (
    <Toolbar className="adjudication-deeds" aria-label="With this pair">
      {deeds.map((deed) => (
        <Button
          key={deed}
          className="button"
          isDisabled={!isPossible(deed, pair)}
          onPress={() => {
            act(deed, bench);
            onDone();
          }}
        >
          {words[deed]} <kbd>{deed === 'back' ? '⌫' : keys[deed].toUpperCase()}</kbd>
        </Button>
      ))}
      <Button
        className="button"
        isDisabled={next === null}
        onPress={() => {
          if (next !== null) goTo(bench, next);
          onDone();
        }}
      >
        Next open <kbd>{NEXT.toUpperCase()}</kbd>
      </Button>
    </Toolbar>
  );
}

function wordsFor([first, second]: Two): Readonly<Record<Deed, string>> {
  return {
    first: `Accept ${nameOf(first)}’s`,
    second: `Accept ${nameOf(second)}’s`,
    both: 'Accept both',
    reject: 'Reject',
    merge: 'Merge',
    back: 'Take back',
  };
}
