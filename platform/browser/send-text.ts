export interface Sent {
  readonly method: string;
  readonly path: string;
  /** Undefined for a request without one. */
  readonly body: string | undefined;
}

export interface Received {
  readonly status: number;
  readonly milliseconds: number;
  readonly requestId: string;
  readonly text: string;
}

/**
 * Sends a request to our own server and gives what comes back, a refusal as well as an answer.
 * @throws when the server can't be reached
 */
export async function sendText(
  { method, path, body }: Sent,
  signal: AbortSignal,
): Promise<Received> {
  const start = performance.now();
  const answer = await fetch(path, {
    method,
    signal,
    // What is shown is what the server says now, not what the browser remembers.
    cache: 'no-store',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    milliseconds: performance.now() - start,
    requestId: answer.headers.get('x-request-id') ?? '',
    text,
  };
}
