import { X509Certificate } from 'node:crypto';
import type { Certificate } from 'pkijs';

/** A certificate that came with a signature, read by both: OpenSSL checks it, pkijs tells its parts. */
export interface ReadCertificate {
  readonly x509: X509Certificate;
  readonly parts: Certificate;
}

/** @throws where it is none */
export function readCertificate(parts: Certificate): ReadCertificate {
  const der = Buffer.from(parts.toSchema(false).toBER(false));
  return { x509: new X509Certificate(der), parts };
}

/** The values of its subject: name, organisation, unit, serial number, whatever they are called. */
export function subjectValues({ parts }: ReadCertificate): readonly string[] {
  return parts.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value));
}

/** Its subject's own name, or the last value it has: 江苏恒川精密机械有限公司. */
export function ownName({ parts }: ReadCertificate): string {
  const values = parts.subject.typesAndValues;
  const own = values.find(({ type }) => type === COMMON_NAME) ?? values.at(-1);
  return own ? String(own.value.valueBlock.value) : '';
}

const COMMON_NAME = '2.5.4.3';

/** Whether it was valid at a moment, both ends included. */
export function isValidAt({ parts }: ReadCertificate, at: Date): boolean {
  return parts.notBefore.value <= at && at <= parts.notAfter.value;
}

/** A certificate that doesn't say what its key is for may sign (RFC 5280, 4.2.1.3). */
export function mayBeUsedFor({ parts }: ReadCertificate, use: 'signing' | 'certificates'): boolean {
  const usage = parts.extensions?.find(({ extnID }) => extnID === KEY_USAGE);
  if (!usage) return true;
  // The bit string's content: tag, length, unused bits, then digitalSignature, nonRepudiation … from the highest bit.
  const bits = usage.extnValue.valueBlock.valueHexView[3] ?? 0;
  return (bits & (use === 'signing' ? 0b1100_0000 : 0b0000_0100)) !== 0;
}

const KEY_USAGE = '2.5.29.15';
