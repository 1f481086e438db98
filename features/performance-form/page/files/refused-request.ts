/** What the server refused, in its own words. */
export class RefusedRequest extends Error {}

/** More faults than this are of no use in one message. */
const MOST_TOLD = 5;
const UNREACHED = '没有做成：连不上服务器，或者服务器出了错。请稍后再试。';

/** The server's refusal: its sentence, and each fault of what was sent where it names them. */
export function refusalOf(body: string): RefusedRequest {
  const said = parsed(body);
  const message = textOf(said, 'message');
  if (message === '') return new RefusedRequest(UNREACHED);
  const faults: unknown = Reflect.get(Object(said), 'faults');
  const named = Array.isArray(faults) ? faults.filter((f) => textOf(f, 'path') !== '') : [];
  const each = named
    .slice(0, MOST_TOLD)
    .map((f) => `${textOf(f, 'path')}：${textOf(f, 'message')}`);
  return new RefusedRequest([message, ...each].map((sentence) => `${sentence}。`).join(''));
}

/** @returns undefined where something between us and the server answered */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown, key: string): string {
  const text: unknown = Reflect.get(Object(value), key);
  return typeof text === 'string' ? text : '';
}

/** What went wrong, for the person. @throws a fault of our own again: it is no matter of the network */
export function faultText(error: unknown): string {
  if (error instanceof RefusedRequest) return error.message;
  // What fetch and a lazily loaded part throw when the network is gone.
  if (error instanceof TypeError) return UNREACHED;
  throw error;
}
