import type { CheckResult } from '../../../domain/safety/verify.ts';
import { verifyFile } from '../../store/safety/verify.ts';
import { EXIT, type Command } from '../command.ts';
import { count, LIBRARY, libraryPath, progressWords } from '../library.ts';

/** `verify`: proves that a library is whole, or says what is not; it changes nothing. */
export const verify: Command = {
  usage: '--library FILE',
  summary: 'Proves that a library is whole, or names what is not.',
  options: { library: LIBRARY },
  examples: ['verify --library Cuba.cablewright', 'verify --library Cuba.cablewright --json'],
  async run(words, { output, signal }) {
    const progress = (told: Parameters<typeof progressWords>[0]) => {
      output.progress(progressWords(told));
    };
    const report = await verifyFile(libraryPath(words), { progress, signal });
    output.progress(null);
    if (!report) return EXIT.stopped;
    const sentence = report.sound
      ? `Sound: ${count(report.cables)} cables, ${count(report.annotations)} annotations.`
      : 'NOT SOUND. Restore a backup: backup --list names them.';
    output.result(report, [...report.checks.map(wordsOf), sentence].join('\n'));
    return report.sound ? EXIT.done : EXIT.partly;
  },
};

function wordsOf({ check, looked, faults, named, remark }: CheckResult): string {
  const found = faults === 0 ? `${count(looked)} looked at` : `${count(faults)} FAULTS`;
  const lines = [`${check.padEnd(15)} ${found}${remark === '' ? '' : ` (${remark})`}`];
  for (const { message } of named) lines.push(`    ${message}`);
  return lines.join('\n');
}
