/**
 * JSON from our own server.
 * @throws when the server can't be reached or refuses
 */
export async function fetchJson(path: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return await answer.json();
}
