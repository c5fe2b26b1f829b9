import './validator.ts';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import './tags/colours.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { listenForCommands } from './commands/commands.ts';
import { loadFonts } from './design/fonts.ts';
import { askForFirst } from './desk/first.ts';
import { keepQueriesFresh, queryClient } from './desk/queries.ts';
import { hearOffers } from './safety/offer.ts';

const desk = document.getElementById('desk');
if (!desk) throw new Error('index.html has no element with the id "desk".');

keepQueriesFresh();
hearOffers();
listenForCommands();
await Promise.all([loadFonts(), askForFirst()]);
createRoot(desk).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
