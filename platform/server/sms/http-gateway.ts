import { SmsFault, type SmsGateway } from './sms-gateway.ts';

export interface HttpGatewaySettings {
  readonly url: string;
  /** Sent as `authorization: Bearer …`; undefined where the gateway asks for none. */
  readonly token: string | undefined;
}

const PATIENCE = 10_000;

/**
 * A gateway that takes `POST {"id", "to", "text"}` as JSON and answers 2xx once it has taken the message over. It leads
 * nowhere else: a redirection is a fault, so that numbers go where they were meant to.
 */
export function httpGateway({ url, token }: HttpGatewaySettings, patience = PATIENCE): SmsGateway {
  return {
    async send(message, signal) {
      const reply = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(message),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      }).catch((error: unknown) => {
        throw new SmsFault(
          error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable',
        );
      });
      // Whatever it says more isn't read.
      await reply.body?.cancel();
      if (!reply.ok) throw new SmsFault(`status ${reply.status}`);
    },
  };
}
