import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { type CommandName, commands } from '../../domain/command.ts';
import { give } from './commands.ts';
import { keyLabel } from './keys.ts';

interface CommandButtonProps {
  readonly name: CommandName;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that gives a command; its tooltip has the command's whole title and its key. */
export function CommandButton({ name, className = 'button', children }: CommandButtonProps) {
  const { title, key } = commands[name];
  return (
    <TooltipTrigger delay={400}>
      <Button className={className} onPress={() => give(name)}>
        {children}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {title} {key !== null && <kbd>{keyLabel(key)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
