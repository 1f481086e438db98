/** What the page reads of the interface's description (OpenAPI 3.1). */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly 'x-limits': readonly { readonly name: Wording; readonly value: Wording }[];
  readonly 'x-errors': readonly {
    readonly status: number;
    readonly code: string;
    readonly when: Wording;
  }[];
}

export interface Wording {
  readonly zh: string;
  readonly en: string;
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-summary-en': string;
  readonly description: string;
  readonly 'x-description-en': string;
  readonly parameters: readonly DescribedParameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly example: string;
}

/** By media type; a file's has nothing more. */
interface Content {
  readonly [type: string]: object | undefined;
  readonly 'application/json'?: {
    readonly schema: Schema;
    readonly examples?: Readonly<Record<string, DescribedExample>>;
  };
}

export interface DescribedExample {
  readonly summary: string;
  readonly 'x-summary-en': string;
  readonly value: unknown;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

/** An operation with where it is. */
export interface Place {
  readonly method: string;
  readonly path: string;
  readonly operation: DescribedOperation;
}

/** @throws for what is no description of ours */
export function readDescription(value: unknown): Description {
  if (!isDescription(value)) throw new Error('/api/openapi.json: no description');
  return value;
}

/** The server makes it by these very rules and its tests hold it to them: that the parts are there is enough. */
function isDescription(value: unknown): value is Description {
  const parts = ['paths', 'components', 'x-limits', 'x-errors'];
  return typeof value === 'object' && value !== null && parts.every((part) => part in value);
}

/** Every operation, in the order of the description. */
export function placesOf({ paths }: Description): readonly Place[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}
