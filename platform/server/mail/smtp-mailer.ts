import { createTransport } from 'nodemailer';
import { type Mailer, MailFault } from './mailer.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** Nothing is said, a password least of all, before the connection is encrypted. */
  readonly demandTls: boolean;
  readonly user: { readonly name: string; readonly password: string } | undefined;
  /** noreply@fuchi.example.gov.cn */
  readonly from: string;
}

/** Milliseconds. A server that says something now and then is left all the same when the try has taken too long. */
export interface SmtpPatience {
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}
const PATIENCE: SmtpPatience = { connect: 10_000, silence: 20_000, whole: 40_000 };

/** Sends by SMTP (RFC 5321), one connection a letter. */
export function smtpMailer(settings: SmtpSettings, patience: SmtpPatience = PATIENCE): Mailer {
  const { host, port, secure, demandTls, user, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: demandTls,
    ...(user && { auth: { user: user.name, pass: user.password } }),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    // A letter is a text; nothing in it makes the program read a file or another address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    domain: from.slice(from.lastIndexOf('@') + 1),
    async send({ to, title, text, messageId }, signal) {
      try {
        await transport.sendMail({
          from: { name: '扶持系统', address: from },
          to: { name: '', address: to },
          subject: title,
          text,
          textEncoding: 'base64',
          messageId,
          // RFC 3834: nobody's holiday notice answers it.
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.any([signal, AbortSignal.timeout(patience.whole)]),
        });
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

function faultOf(error: unknown): MailFault {
  const read = (name: string) =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const code = String(read('code') ?? 'unknown');
  const reply = Number(read('responseCode') ?? 0);
  // RFC 5321, 4.2.1: 5yz is for good, but for 503, which says the conversation was out of step. A wrong password is ours.
  const about = code === 'EENVELOPE' || code === 'EMESSAGE';
  const refused = about && reply >= 500 && reply < 600 && reply !== 503;
  return new MailFault(reply > 0 ? `${code} ${reply}` : code, refused);
}
