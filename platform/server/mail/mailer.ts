import type { TakenLetter } from './outbox.ts';

/** What sends a letter on: a mail server. */
export interface Mailer {
  /** What stands behind the @ of a letter's Message-ID. */
  readonly domain: string;
  /** @throws MailFault when it couldn't be handed over; anything else is a fault of the program */
  send(letter: Omit<TakenLetter, 'id' | 'tries'>, signal: AbortSignal): Promise<void>;
}

/** Why a letter wasn't taken over. Its text is a code, never what the server said: that may name people. */
export class MailFault extends Error {
  /** The server wants this letter neither now nor later. */
  readonly refused: boolean;

  constructor(code: string, refused: boolean) {
    super(code);
    this.name = 'MailFault';
    this.refused = refused;
  }
}
