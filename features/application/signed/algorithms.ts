import type { KeyObject } from 'node:crypto';
import type { SignedRefusal } from './signed-refusal.ts';

/** A digest by OpenSSL's name, or why it isn't taken. */
type Digest = 'sha256' | 'sha384' | 'sha512';

const DIGESTS: Readonly<Record<string, Digest>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Signature algorithms (RFC 8017, RFC 5758): whether RSA or ECDSA, and the digest where the name says it. */
const SIGNATURES: Readonly<
  Record<string, { readonly key: 'rsa' | 'ec'; readonly digest?: Digest }>
> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  '1.2.840.10045.2.1': { key: 'ec' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
};

const WEAK: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '1.2.840.113549.2.5': 'MD5',
  '1.2.840.113549.1.1.4': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.10045.4.1': 'SHA-1',
};

/** 国密: GB/T 33560 gives all of them this beginning. */
const SM = '1.2.156.10197.1.';

export function digestOf(oid: string): Digest | SignedRefusal {
  return DIGESTS[oid] ?? refused(oid);
}

/** The digest and key of a signature algorithm. @param digest the one told beside it, for a name that doesn't say it */
export function signatureOf(
  oid: string,
  digest?: Digest,
): { readonly key: 'rsa' | 'ec'; readonly digest: Digest } | SignedRefusal {
  const known = SIGNATURES[oid];
  const by = known?.digest ?? digest;
  return known && by ? { key: known.key, digest: by } : refused(oid);
}

/** Why a key isn't taken, for a signature of its kind. */
export function unfitKey(key: KeyObject, kind: 'rsa' | 'ec'): SignedRefusal | undefined {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (namedCurve === 'SM2') return { code: 'sm-algorithm' };
  if (key.asymmetricKeyType !== kind) return { code: 'wrong-signature' };
  if (kind === 'rsa') {
    return modulusLength < 2048 ? { code: 'weak-key', what: String(modulusLength) } : undefined;
  }
  return CURVES.includes(namedCurve)
    ? undefined
    : { code: 'unsupported-algorithm', what: namedCurve };
}

const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

function refused(oid: string): SignedRefusal {
  const weak = WEAK[oid];
  if (weak !== undefined) return { code: 'weak-algorithm', what: weak };
  return oid.startsWith(SM)
    ? { code: 'sm-algorithm' }
    : { code: 'unsupported-algorithm', what: oid };
}
