import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
/** A query inside a transaction: what writes takes one, so that its event is written with it or not at all. */
export type Work = Transaction<Tables>;

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

const CONNECTIONS = 20;
const DATE = 1082;

/**
 * A pool of connections. Whole numbers of 64 bits come as text, dates as 2022-03-16, moments as Date.
 * @example const { db, close } = openDatabase(url, console.error);
 */
export function openDatabase(
  url: string,
  report: (message: string) => void,
  connections = CONNECTIONS,
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: '-c timezone=UTC -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s',
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => report(`database: ${error.message}`));
  // One that breaks in the middle of a transaction fails the query it is at; its own event would end the process too.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('connect', prepared());
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === DATE) return (text: string) => text;
  return pg.types.getTypeParser(oid, format);
}
