/**
 * Lets Node read the store as it is, outside the build: migrations are imported as the text of their
 * files. `node --import ./bench/sql.ts FILE`.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load(url, context, next) {
    const { pathname, search } = new URL(url);
    if (!pathname.endsWith('.sql') || search !== '?raw') return next(url, context);
    const text = readFileSync(fileURLToPath(url.slice(0, -search.length)), 'utf8');
    return {
      format: 'module',
      source: `export default ${JSON.stringify(text)};`,
      shortCircuit: true,
    };
  },
});
