/** What sends short messages. Provinces have gateways of their own: each is one implementation. */
export interface SmsGateway {
  /**
   * @param message `id` is the same at every try, so that the gateway can tell one that comes twice
   * @throws SmsFault when it wasn't taken over; it is tried again
   */
  send(
    message: { readonly id: string; readonly to: string; readonly text: string },
    signal: AbortSignal,
  ): Promise<void>;
}

/** Its text is a code, never what the gateway said: that may name a number. */
export class SmsFault extends Error {
  constructor(code: string) {
    super(code);
    this.name = 'SmsFault';
  }
}
