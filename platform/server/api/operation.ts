import type * as z from 'zod';
import type { FaultKind } from '../fault-kind.ts';
import type { Permission } from '../route-permission.ts';
import type { Wording } from '../wording.ts';

/** A part of the address that the caller fills in: `{line}`, or `?as=` behind it. */
export interface Parameter {
  readonly name: string;
  /** Stands behind the address; in it otherwise. */
  readonly query?: true;
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

/** An answer that is a file: the kinds it may be of, by media type. */
export interface FileReply {
  readonly files: readonly string[];
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
  readonly reply: z.ZodType | FileReply;
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

/** An operation that is sent a file as it is. */
export interface UploadOperation extends Operation {
  readonly method: 'POST';
  /** The media type of what is sent; another is refused. */
  readonly upload: string;
}

/** @example isFileReply(operation.reply) // true for a download */
export function isFileReply(reply: Operation['reply']): reply is FileReply {
  return 'files' in reply;
}
