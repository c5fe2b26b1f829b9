import './validator.ts';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource/courier-prime/400.css';
import '@fontsource/courier-prime/700.css';
import '@fontsource/ibm-plex-sans/400.css';
import '@fontsource/ibm-plex-sans/500.css';
import '@fontsource/ibm-plex-sans/600.css';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import './tags/colours.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { listenForCommands } from './commands/commands.ts';
import { keepQueriesFresh, queryClient } from './desk/queries.ts';

const desk = document.getElementById('desk');
if (!desk) throw new Error('index.html has no element with the id "desk".');

keepQueriesFresh();
listenForCommands();
createRoot(desk).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
