import type { Description, Schema } from './description.ts';

/** A field of a body or an answer, as a row of a table. */
export interface SchemaField {
  /** With what it stands in: `conditions[].clause`. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly says: string;
}

/** Deeper than this the answer itself tells more than a table. */
const DEPTH = 3;

/**
 * The fields of a schema, those within fields below them.
 * @example fieldsOf({ type: 'object', properties: { a: { type: 'string' } } }, schemas)
 * // [{ path: 'a', type: 'string', required: false, says: '' }]
 */
export function fieldsOf(schema: Schema, schemas: Schemas): readonly SchemaField[] {
  return within(schema, '', schemas, 0);
}

type Schemas = Description['components']['schemas'];

function within(schema: Schema, before: string, schemas: Schemas, depth: number): SchemaField[] {
  const { of, list } = unwrapped(schema, schemas);
  const start =
    list && before === '' ? '[].' : before === '' ? '' : `${before}${list ? '[]' : ''}.`;
  return Object.entries(of.properties ?? {}).flatMap(([name, field]) => {
    const path = `${start}${name}`;
    const row = {
      path,
      type: typeOf(field, schemas),
      required: of.required?.includes(name) ?? false,
      says: field.description ?? resolved(field, schemas).description ?? '',
    };
    return depth + 1 < DEPTH ? [row, ...within(field, path, schemas, depth + 1)] : [row];
  });
}

function unwrapped(schema: Schema, schemas: Schemas): { of: Schema; list: boolean } {
  const plain = resolved(schema, schemas);
  const some =
    plain.anyOf?.map((s) => resolved(s, schemas)).find((s) => s.type !== 'null') ?? plain;
  if (!some.items) return { of: some, list: false };
  return { of: resolved(some.items, schemas), list: true };
}

function resolved(schema: Schema, schemas: Schemas): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name === undefined ? undefined : schemas[name]) ?? schema;
}

/** @example typeOf({ type: ['string', 'null'] }, {}) // '文本或无' */
function typeOf(schema: Schema, schemas: Schemas): string {
  const plain = resolved(schema, schemas);
  if (plain.enum) return plain.enum.join('、');
  if (plain.anyOf) return [...new Set(plain.anyOf.map((s) => typeOf(s, schemas)))].join('或');
  if (plain.type === undefined) return '任意';
  return [plain.type]
    .flat()
    .map((type) => (type === 'array' ? `${typeOf(plain.items ?? {}, schemas)}的列表` : word(type)))
    .join('或');
}

const WORDS: Readonly<Record<string, string>> = {
  string: '文本',
  integer: '整数',
  number: '数',
  boolean: '是否',
  object: '对象',
  null: '无',
};

function word(type: string): string {
  return WORDS[type] ?? type;
}
