import fc from 'fast-check';
import * as z from 'zod';

/** The part of JSON Schema that contracts come out in. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

const DEEPEST = 4;
const MOST_ITEMS = 3;
/** Of text that no contract limits. */
const LONGEST = 60;

/**
 * Values a contract takes, or nearly: what its checks ask beyond shape, length and pattern is left to chance.
 * @example fc.sample(arbitraryOf(contract.delegateBody), { seed: 1, numRuns: 3 })
 */
export function arbitraryOf(contract: z.ZodType): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }) as Schema;
  return ofSchema(schema, { defs: schema.$defs ?? {}, root: schema, depth: 0 });
}

/** One value the contract takes; undefined where chance finds none. */
export function sampleOf(contract: z.ZodType): unknown {
  return fc
    .sample(arbitraryOf(contract), { seed: 20_220_316, numRuns: 200 })
    .find((value) => contract.safeParse(value).success);
}

interface Within {
  readonly defs: Readonly<Record<string, Schema>>;
  readonly root: Schema;
  readonly depth: number;
}

function ofSchema(schema: Schema, within: Within): fc.Arbitrary<unknown> {
  const inner = { ...within, depth: within.depth + 1 };
  if (inner.depth > DEEPEST * 3) return fc.constant(null);
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    return ofSchema(schema.$ref === '#' ? within.root : (within.defs[name] ?? {}), inner);
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => ofSchema(choice, inner)));
  if (schema.allOf) return ofSchema(Object.assign({}, ...schema.allOf) as Schema, inner);
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type: string) => ofSchema({ ...schema, type }, inner)));
  }
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return list(schema, inner);
    case 'object':
      return object(schema, inner);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function text(schema: Schema): fc.Arbitrary<string> {
  const { pattern, format, minLength = 0, maxLength = LONGEST } = schema;
  const day = fc
    .date({ min: new Date('2021-01-01'), max: new Date('2024-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  if (format === 'date') return day.map((iso) => iso.slice(0, 10));
  if (format === 'date-time') return day;
  if (format === 'email') return fc.constantFrom('a@example.com', 'zhang.san@example.com.cn');
  if (pattern !== undefined) {
    // A pattern says how long it is where the contract doesn't.
    const longest = schema.maxLength ?? Number.POSITIVE_INFINITY;
    const matching = matchingText(pattern);
    if (matching) return matching.filter((t) => t.length >= minLength && t.length <= longest);
  }
  const most = Math.min(maxLength, Math.max(LONGEST, minLength));
  return fc.oneof(
    fc.string({ minLength, maxLength: most }),
    fc.string({ minLength, maxLength: most, unit: 'grapheme' }).map((t) => t.slice(0, maxLength)),
    fc.constantFrom('示例', '12', '2022-03-16').filter((t) => t.length >= minLength),
  );
}

function matchingText(pattern: string): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    // Some of what a pattern may say can't be made text from.
    return undefined;
  }
}

function number(schema: Schema): fc.Arbitrary<number> {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const min = Math.max(-1e6, minimum ?? (exclusiveMinimum ?? -1e6 - 1) + 1);
  const max = Math.min(1e6, maximum ?? (exclusiveMaximum ?? 1e6 + 1) - 1);
  const [from, to] = [Math.ceil(Math.min(min, max)), Math.floor(Math.max(min, max))];
  const whole = fc.integer({ min: Math.min(from, to), max: Math.max(from, to) });
  return type === 'integer' ? whole : fc.oneof(whole, fc.constantFrom(min, max));
}

function list({ items, prefixItems, minItems = 0, maxItems }: Schema, inner: Within) {
  if (prefixItems) return fc.tuple(...prefixItems.map((item) => ofSchema(item, inner)));
  const item = ofSchema(typeof items === 'object' ? items : {}, inner);
  const most = inner.depth > DEEPEST ? minItems : Math.max(minItems, MOST_ITEMS);
  return fc.array(item, { minLength: minItems, maxLength: Math.min(most, maxItems ?? most) });
}

function object(schema: Schema, inner: Within): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const known = fc.record(
    Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => required.includes(name) || inner.depth <= DEEPEST)
        .map(([name, part]) => [name, ofSchema(part, inner)]),
    ),
    { requiredKeys: [...required].filter((name) => Object.hasOwn(properties, name)) },
  );
  if (typeof additionalProperties !== 'object') return known;
  const key = text(propertyNames ?? {});
  const more = fc.dictionary(key, ofSchema(additionalProperties, inner), { maxKeys: MOST_ITEMS });
  return fc.tuple(known, more).map(([own, others]) => ({ ...others, ...own }));
}
