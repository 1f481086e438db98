/** What the server refused, in its own words. */
export class RefusedRequest extends Error {}

const UNREACHED = '没有做成：连不上服务器，或者服务器出了错。请稍后再试。';

/** The server's refusal: its sentence, and what to do where it says so. */
export function refusalOf(body: string): RefusedRequest {
  try {
    const said: unknown = JSON.parse(body);
    if (typeof said === 'object' && said !== null && 'message' in said)
      return new RefusedRequest(String(said.message));
  } catch {
    // Something between us and the server answered.
  }
  return new RefusedRequest(UNREACHED);
}

/** What went wrong, for the person. @throws a fault of our own again: it is no matter of the network */
export function faultText(error: unknown): string {
  if (error instanceof RefusedRequest) return error.message;
  // What fetch and a lazily loaded part throw when the network is gone.
  if (error instanceof TypeError) return UNREACHED;
  throw error;
}
