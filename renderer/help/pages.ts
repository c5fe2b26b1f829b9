import './pages.css';

/** All pages of the help, loaded together. */
export { AboutPage } from './AboutPage.tsx';
export { ExportsPage } from './ExportsPage.tsx';
export { KeysPage } from './KeysPage.tsx';
export { LicencesPage } from './LicencesPage.tsx';
export { RulesPage } from './RulesPage.tsx';
