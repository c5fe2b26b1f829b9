import { z } from 'zod';
import type { Chance } from '../electron/testing/chance.ts';
import { small } from './chance.ts';

/** A shape as JSON Schema tells it (draft 2020-12), as far as shapes of requests go. */
interface Shape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape | boolean;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What strings are made of, beside what their shape says. */
export interface Material {
  /** What stands for ids of things that are there. */
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

/** Makes values of a shape, and now and then values that are not. */
export function valuesOf(schema: z.ZodType, material: Material): (chance: Chance) => unknown {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return (chance) => new Maker(whole, material, chance).value(whole, 0);
}

const STRANGE: readonly unknown[] = [
  ...[
    null,
    -1,
    0,
    2 ** 53,
    1.5,
    '',
    'x',
    true,
    [],
    {},
    [null],
    { a: 1 },
    '\ud83d',
    'x'.repeat(3000),
  ],
];

class Maker {
  readonly #whole: Shape;
  readonly #material: Material;
  readonly #chance: Chance;

  constructor(whole: Shape, material: Material, chance: Chance) {
    this.#whole = whole;
    this.#material = material;
    this.#chance = chance;
  }

  value(shape: Shape, depth: number): unknown {
    if (this.#chance.below(40) === 0) return this.#chance.one(STRANGE);
    if (shape.$ref !== undefined) return this.value(this.#named(shape.$ref), depth + 1);
    const choices = shape.anyOf ?? shape.oneOf;
    if (choices) return this.value(this.#chance.one(choices) ?? {}, depth + 1);
    if (shape.allOf) return this.value(shape.allOf[0] ?? {}, depth + 1);
    if (shape.enum) return this.#chance.one(shape.enum);
    if ('const' in shape) return shape.const;
    return this.#plain(shape, depth);
  }

  #named(reference: string): Shape {
    const name = reference.replace('#/$defs/', '');
    return reference === '#' ? this.#whole : (this.#whole.$defs?.[name] ?? {});
  }

  #plain(shape: Shape, depth: number): unknown {
    switch (shape.type) {
      case 'string':
        return this.#words(shape);
      case 'integer':
      case 'number':
        return this.#number(shape);
      case 'boolean':
        return this.#chance.below(2) === 0;
      case 'null':
        return null;
      case 'array':
        return this.#list(shape, depth);
      case 'object':
        return this.#object(shape, depth);
      default:
        return this.#chance.one(STRANGE);
    }
  }

  #words({ format, pattern, minLength = 0, maxLength = 200 }: Shape): string {
    const { ids, words } = this.#material;
    if (format === 'uuid') return this.#chance.one(ids) ?? '';
    if (format === 'date-time') return '2024-05-01T10:00:00.000Z';
    const fitting = pattern === undefined ? words : words.filter((each) => fits(each, pattern));
    const one = this.#chance.one(fitting) ?? '';
    return one.padEnd(minLength, 'x').slice(0, maxLength);
  }

  #number({ minimum = -5, maximum = 1000, type }: Shape): number {
    const number = minimum + small(this.#chance, Math.min(maximum - minimum + 1, 5000));
    return type === 'number' && this.#chance.below(2) === 0 ? number / 3 : number;
  }

  #list({ items, prefixItems, minItems = 0, maxItems = 20 }: Shape, depth: number): unknown[] {
    if (prefixItems) return prefixItems.map((each) => this.value(each, depth + 1));
    const most = depth > 6 ? minItems : Math.min(maxItems, minItems + small(this.#chance, 12));
    const shape = typeof items === 'object' ? items : {};
    return Array.from({ length: most }, () => this.value(shape, depth + 1));
  }

  #object(shape: Shape, depth: number): Record<string, unknown> {
    const { properties = {}, required = [], propertyNames, additionalProperties } = shape;
    const made: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(properties))
      if (required.includes(name) ? this.#chance.below(60) > 0 : this.#chance.below(2) === 0)
        made[name] = this.value(each, depth + 1);
    for (const name of propertyNames?.enum ?? [])
      if (typeof additionalProperties === 'object' && this.#chance.below(2) === 0)
        made[String(name)] = this.value(additionalProperties, depth + 1);
    if (this.#chance.below(60) === 0) made['strange'] = 1;
    return made;
  }
}

function fits(word: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(word);
  } catch {
    return true;
  }
}
