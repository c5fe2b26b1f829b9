import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { help } from '../../domain/search/help.ts';

interface HelpProps {
  readonly onExample: (query: string) => void;
}

/** What can be looked for, by examples that can be tried. */
export function Help({ onExample }: HelpProps) {
  return (
    <DialogTrigger>
      <Button className="quiet search-sign" aria-label="What can be looked for">
        ?
      </Button>
      <Popover className="popover" placement="bottom start" offset={6}>
        <Dialog className="search-help">
          {({ close }) => (
            <>
              <Heading slot="title">What can be looked for</Heading>
              <dl>
                {help.map(({ title, example, meaning }) => (
                  <div key={title}>
                    <dt>
                      <span className="search-help-title">{title}</span>
                      <Button
                        className="link"
                        onPress={() => {
                          onExample(example);
                          close();
                        }}
                      >
                        {example}
                      </Button>
                    </dt>
                    <dd>{meaning}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
