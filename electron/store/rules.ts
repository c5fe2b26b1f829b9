import type { Database } from './database.ts';

/** The rules of cleaning that are switched off in a library. */
export function ruleTable(db: Database) {
  const off = db.prepare<[], { rule: string }>('SELECT rule FROM switched_off_rule');
  const switchOff = db.prepare<[string]>(
    'INSERT INTO switched_off_rule (rule) VALUES (?) ON CONFLICT DO NOTHING',
  );
  const switchOn = db.prepare<[string]>('DELETE FROM switched_off_rule WHERE rule = ?');

  return {
    /** The names of the rules that are switched off. */
    off: (): Set<string> => new Set(off.all().map(({ rule }) => rule)),

    /** Switches a rule on or off, and tells whether that changed anything. */
    switch: (rule: string, on: boolean): boolean =>
      (on ? switchOn : switchOff).run(rule).changes > 0,
  };
}
