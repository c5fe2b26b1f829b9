/** Writes `docs/rules.md`, the catalogue of the rules of cleaning, from the rules themselves. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { catalogueOf } from '../domain/clean/catalogue.ts';
import { RULES } from '../domain/clean/rules.ts';

const PAGE = new URL('../docs/rules.md', import.meta.url);

mkdirSync(new URL('.', PAGE), { recursive: true });
writeFileSync(PAGE, catalogueOf(RULES));
