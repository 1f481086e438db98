import { actingFrom } from './acting-from.ts';
import { tellSession } from './session-news.ts';

/** What somebody at a desk asks of our own server. */
export interface DeskAsk {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Sent as it is, in place of a body, as the type it says. */
  readonly bytes?: Blob;
  readonly signal?: AbortSignal;
}

/** Why there is no answer. `message` and those of `faults` are shown as they are. */
export interface DeskFault {
  readonly code: string;
  readonly message: string;
  /** What is wrong with which part of the input: `account.login`. */
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}

export type DeskAnswer<Reply> =
  | { readonly ok: true; readonly value: Reply }
  | { readonly ok: false; readonly fault: DeskFault };

const UNREACHABLE: DeskFault = {
  code: 'unreachable',
  message: '连不上服务器，请检查网络后重试',
  faults: [],
};

/**
 * Asks our own server as whoever is signed in, and reads the answer with its contract.
 * @throws only when `signal` ended it, or the answer isn't what the contract says
 * @example
 * const answer = await deskFetch({ method: 'POST', path: '/api/rounds', body }, roundView);
 * if (!answer.ok) return setFault(answer.fault);
 */
export async function deskFetch<Reply>(
  { method = 'GET', path, body, bytes, signal }: DeskAsk,
  contract: { parse(value: unknown): Reply },
): Promise<DeskAnswer<Reply>> {
  const duty = actingFrom();
  let reply: Response;
  let told: unknown;
  try {
    reply = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(bytes && { 'content-type': bytes.type || 'application/octet-stream' }),
        ...(duty !== undefined && { 'x-acting-from': duty }),
      },
      cache: 'no-store',
      ...(body && { body: JSON.stringify(body) }),
      ...(bytes && { body: bytes }),
      ...(signal && { signal }),
    });
    told = await reply.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, fault: UNREACHABLE };
  }
  if (reply.ok) return { ok: true, value: contract.parse(told) };
  const fault = faultOf(told);
  if (fault.code === 'sign-in-first') tellSession('ended');
  if (fault.code === 'other-duty') tellSession('changed');
  return { ok: false, fault };
}

function faultOf(told: unknown): DeskFault {
  const object = typeof told === 'object' && told !== null ? told : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const faults: unknown = Reflect.get(object, 'faults');
  return {
    code: text(Reflect.get(object, 'code')),
    message: text(Reflect.get(object, 'message')) || '服务器没有说明原因，请稍后重试',
    faults: (Array.isArray(faults) ? faults : []).map((fault: object) => ({
      path: text(Reflect.get(fault, 'path')),
      message: text(Reflect.get(fault, 'message')),
    })),
  };
}
