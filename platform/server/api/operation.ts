import type * as z from 'zod';
import type { FaultKind } from '../fault-kind.ts';
import type { Permission } from '../route-permission.ts';
import type { Wording } from '../wording.ts';

/** A part of the address that the caller fills in: `{line}`. */
export interface Parameter {
  readonly name: string;
  readonly says: Wording;
  readonly example: string;
}

/** A request that anybody can send as it stands, and what it is answered with. */
export interface Example {
  readonly name: string;
  readonly summary: Wording;
  readonly status: number;
  readonly body: unknown;
}

/** One thing the interface does. Route and documentation are made from it, so they can't differ. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** As OpenAPI writes it: `/api/lines/{line}`. */
  readonly path: string;
  readonly permission: Permission;
  readonly summary: Wording;
  readonly says: Wording;
  readonly params: readonly Parameter[];
  readonly reply: z.ZodType;
  /** Whether the answer carries a tag by which it is asked for again only when it has changed. */
  readonly tagged: boolean;
  /** What it refuses besides what every operation refuses. */
  readonly faults: readonly FaultKind[];
}

/** An operation that is sent something. */
export interface BodyOperation<Body> extends Operation {
  readonly method: 'POST';
  readonly body: z.ZodType<Body>;
  readonly examples: readonly Example[];
}
