import type { Annotation } from '../annotation/annotation.ts';
import { plainWords } from '../text/markdown.ts';
import type { CableRecord, LibraryFrame } from './record.ts';
import { onOneLine, quotedIn, tagPaths } from './telling.ts';

/** What is said of an annotation in its footnote, as Markdown. */
export function tellingOf(record: CableRecord, { tags, relationTypes }: LibraryFrame) {
  const pathsOf = tagPaths(tags);
  const types = new Map(relationTypes.map(({ id, name }) => [id, name]));
  const words = new Map(record.annotations.map((one) => [one.id, quotedIn(one)]));
  const related = (id: string) => record.relations.filter(({ from }) => from === id);
  return (annotation: Annotation): string => {
    const { id, targets, note, creator, created, verdict } = annotation;
    const quote = plainWords(onOneLine(quotedIn(annotation), 200));
    const onOriginal = targets.some(({ side }) => side === 'original');
    const paths = pathsOf(annotation).map((path) => `**${plainWords(path)}**`);
    const first = [
      targets.length === 0 ? '' : `“${quote}”`,
      onOriginal ? '(original)' : '',
      paths.join(', '),
      `(${[plainWords(creator), created.slice(0, 10)].filter((part) => part !== '').join(', ')})`,
      verdict ? `${verdict.value} by ${plainWords(verdict.by)}, ${verdict.time.slice(0, 10)}` : '',
    ];
    const relations = related(id).map(({ to, typeId, note: said }) => {
      const quoted = words.get(to);
      const there =
        quoted === undefined
          ? 'an annotation of another cable'
          : quoted === ''
            ? 'an annotation on the whole cable'
            : `“${plainWords(onOneLine(quoted))}”`;
      const why = said === '' ? '' : `: ${plainWords(onOneLine(said, 400))}`;
      return `*${plainWords(types.get(typeId) ?? 'related to')}* ${there}${why}`;
    });
    const lost = targets.flatMap((target) => target.lost ?? []);
    return [
      first.filter((part) => part !== '').join(' '),
      ...lost.map((reason) => `*Lost:* ${plainWords(reason)}`),
      // Footnotes of a note would be taken for those of the file.
      note.trim() === '' ? '' : note.replaceAll('[^', String.raw`\[^`).trim(),
      ...relations,
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  };
}
