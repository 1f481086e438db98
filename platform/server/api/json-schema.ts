import * as z from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

const SCHEMAS = '#/components/schemas/';

/** Contracts as JSON Schema; what has a name of its own stands once, under that name. */
export interface SchemaBook {
  schemaOf(contract: z.ZodType): JsonSchema;
  readonly named: Readonly<Record<string, JsonSchema>>;
}

export function schemaBook(): SchemaBook {
  const named: Record<string, JsonSchema> = {};
  return {
    named,
    schemaOf(contract) {
      const { $schema, $defs, ...schema } = z.toJSONSchema(contract, {
        unrepresentable: 'any',
        // `readonly` says how our programs treat a list; in an interface's description it means something else.
        override: ({ jsonSchema }) => {
          delete jsonSchema.readOnly;
        },
      });
      for (const [name, definition] of Object.entries($defs ?? {})) named[name] = moved(definition);
      return moved(schema);
    },
  };
}

function moved(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${SCHEMAS}`));
}
