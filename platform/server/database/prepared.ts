import type { PoolClient } from 'pg';

/** Asked so often, a statement is worth preparing: built once for a list of another length each time, it isn't. */
const OFTEN = 5;
/** As many as one connection keeps plans of, and as many texts as are counted. */
const MOST = 100;
const COUNTED = 2000;

/** A plan for any value can't tell that a value fits the index's own condition: then there is no such constraint. */
const PARTIAL = /\bon conflict \([^)]*\) where\b/i;

/**
 * Gives a connection's often asked statements a name, under which the server keeps their plan instead
 * of planning anew every time (docs/adr/0016). One such object serves all connections of a pool.
 * @example pool.on('connect', prepared());
 */
export function prepared(): (client: PoolClient) => void {
  const names = new Map<string, string>();
  const asked = new Map<string, number>();
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text);
    if (name !== undefined) return name;
    const times = (asked.get(text) ?? 0) + 1;
    if (times < OFTEN || names.size >= MOST) {
      if (asked.size >= COUNTED) asked.clear();
      asked.set(text, times);
      return undefined;
    }
    asked.delete(text);
    const next = `fuchi-${names.size + 1}`;
    names.set(text, next);
    return next;
  };
  return (client) => {
    const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
    const named = (...given: readonly unknown[]): unknown => {
      const [text, values] = given;
      const name =
        typeof text === 'string' &&
        Array.isArray(values) &&
        values.length > 0 &&
        !PARTIAL.test(text)
          ? nameOf(text)
          : undefined;
      return name === undefined ? query(...given) : query({ name, text, values });
    };
    Object.defineProperty(client, 'query', { value: named, configurable: true, writable: true });
  };
}
