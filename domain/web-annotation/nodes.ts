import { isObject, type JsonObject, listed, typesOf } from './json.ts';

/** An annotation as it stands in a file, and its number among all, from 1. */
export interface Node {
  readonly node: JsonObject;
  readonly number: number;
}

/** How deep pages and lists may stand in each other. */
const DEEPEST = 20;

/** Under what names lists of annotations stand in pages, collections and the files of programs. */
const LISTS = ['items', 'first', 'next', '@graph', 'annotations', 'resources'] as const;

/**
 * The annotations of a file: one, a list, a page, a collection with its pages, or lists of such. `others`
 * counts what stands among them and is none.
 */
export function nodesIn(json: unknown): { nodes: Node[]; others: number } {
  const nodes: Node[] = [];
  let others = 0;
  const take = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) {
      if (depth < DEEPEST) for (const one of value) take(one, depth + 1);
    } else if (!isObject(value)) others += 1;
    else if (isAnnotation(value)) nodes.push({ node: value, number: nodes.length + 1 });
    else {
      const lists = LISTS.filter((name) => typeof value[name] === 'object');
      if (lists.length === 0 && !isContainer(value)) others += 1;
      else if (depth < DEEPEST) for (const name of lists) take(value[name] ?? [], depth + 1);
    }
  };
  take(json, 0);
  return { nodes, others };
}

/** Whether an object is an annotation: it says so, or is about something and says something. */
function isAnnotation(value: JsonObject): boolean {
  if (isContainer(value)) return false;
  if (typesOf(value).includes('Annotation')) return true;
  const told = ['body', 'bodyValue', 'motivation'].some((name) => value[name] !== undefined);
  return told && value['target'] !== undefined;
}

function isContainer(value: JsonObject): boolean {
  return typesOf(value).some((type) =>
    ['AnnotationPage', 'AnnotationCollection', 'AnnotationList'].includes(type),
  );
}

/** Whether what a JSON file holds looks like W3C Web Annotations. */
export function looksLikeWebAnnotations(json: unknown): boolean {
  const [first] = listed(json);
  if (!isObject(first)) return false;
  const context = JSON.stringify(first['@context'] ?? '');
  if (/\/ns\/(?:anno\.jsonld|oa)/u.test(context) || isContainer(first)) return true;
  return isAnnotation(first) || (isObject(json) && nodesIn(json).nodes.length > 0);
}
