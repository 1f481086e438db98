import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Permission } from '../route-permission.ts';

/** Something that is done at a desk, by somebody signed in or about to be. Route, permission and fuzzing come from it. */
export interface DeskOperation<Query, Body, Reply> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces: `/api/rounds/{round}`. */
  readonly path: string;
  readonly permission: Permission;
  /** What it does, in a few words: stands in the permission table. */
  readonly says: string;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** The media type of the file that is sent as it is, in place of a body that a contract reads. */
  readonly upload?: string;
  /** The media type of what is handed on as it arrives: the handler decides before a byte of it is read. */
  readonly stream?: string;
  readonly reply: z.ZodType<Reply>;
}

/** What a handler is given. Everything in it is read by a contract, or from the session. */
export interface DeskRequest<Actor, Query, Body> {
  /** Who acts; undefined only where the operation is public. */
  readonly actor: Actor | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The file that was sent; empty where the operation takes none. */
  readonly file: Buffer;
  /** What is arriving; nothing where the operation takes no stream. It has no limit but the one its reader keeps. */
  readonly arriving: Readable;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
