export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What is sent, and what it is; undefined for a question without it. */
  readonly body: { readonly type: string; readonly content: Blob | string } | undefined;
}

export type Exchanged =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `body` is what came back: the server's refusal in words, or whatever stands between. */
  | { readonly ok: false; readonly status: number; readonly body: string };

/**
 * Sends something to our own server and gives what comes back as bytes.
 * @throws when the server can't be reached
 */
export async function sendBytes({ method, path, body }: Exchange): Promise<Exchanged> {
  const answer = await fetch(path, {
    method,
    ...(body && { body: body.content, headers: { 'content-type': body.type } }),
  });
  if (!answer.ok) return { ok: false, status: answer.status, body: await answer.text() };
  return { ok: true, bytes: new Uint8Array(await answer.arrayBuffer()) };
}
