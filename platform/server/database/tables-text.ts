import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly array: boolean;
  /** Filled in by the database where nothing is given. */
  readonly filled: boolean;
}

const COLUMNS = `
  select c.relname as table, a.attname as name, (not a.attnotnull) as nullable,
    coalesce(e.typname, t.typname) as type, e.typname is not null as array,
    (a.atthasdef or a.attidentity <> '') as filled
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

/** As open-database.ts has the driver read them. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  int4: 'number',
  int8: 'string',
  jsonb: 'Json',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
};

const HEAD = `// Written from the catalogue by the test beside tables-text.ts.
import type { Generated, JSONColumnType } from 'kysely';

/** Kept as JSON; what it holds is read with a contract where it is used. */
type Json = JSONColumnType<object, object | string, object | string>;
`;

/** The tables as TypeScript, from the catalogue: what queries are checked against. */
export async function tablesText(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const names = [...new Set(rows.map((row) => row.table))];
  const tables = names.map((name) => {
    const columns = rows.filter((row) => row.table === name).map(columnText);
    return `export interface ${pascal(name)}Table {\n${columns.join('\n')}\n}\n`;
  });
  const all = names.map((name) => `  ${name}: ${pascal(name)}Table;`).join('\n');
  return `${[HEAD, ...tables].join('\n')}\nexport interface Tables {\n${all}\n}\n`;
}

function columnText({ name, type, nullable, array, filled }: Column): string {
  const known = TYPES[type];
  if (known === undefined) throw new Error(`no TypeScript for a column of type ${type}`);
  const one = array ? `${known}[]` : known;
  const full = nullable ? `${one} | null` : one;
  return `  ${name}: ${filled ? `Generated<${full}>` : full};`;
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
