import type { X509Certificate } from 'node:crypto';
import { signatureOf, unfitKey } from './algorithms.ts';
import { isValidAt, mayBeUsedFor, ownName, type ReadCertificate } from './certificate.ts';
import type { SignedRefusal } from './signed-refusal.ts';

/** More than an authority, its sub-authorities and a spare: what is longer goes in circles. */
const MOST = 6;

/**
 * Why a certificate doesn't lead to a root the round accepts; undefined where it does. Every certificate on the way is
 * an authority's, signed with what is still safe, and valid at every moment. Whether one was revoked isn't asked: that
 * takes a network to the authorities.
 * @param moments when it was signed, and when it came in
 */
export function chainRefusal(
  signer: ReadCertificate,
  others: readonly ReadCertificate[],
  roots: readonly X509Certificate[],
  moments: { readonly signed: Date; readonly now: Date },
): SignedRefusal | undefined {
  let at = signer;
  for (let step = 0; step < MOST; step++) {
    const what = ownName(at);
    if (!isValidAt(at, moments.signed)) return { code: 'expired-when-signed', what };
    if (!isValidAt(at, moments.now)) return { code: 'expired-now', what };
    const { x509 } = at;
    if (roots.some(({ fingerprint256 }) => fingerprint256 === x509.fingerprint256))
      return undefined;
    const by = signatureOf(at.parts.signatureAlgorithm.algorithmId);
    if ('code' in by) return by;
    const root = roots.find((one) => isSignedBy(x509, one));
    if (root) return rootRefusal(root, moments, by.key);
    const next = others.find((one) => one !== at && isSignedBy(x509, one.x509));
    if (!next?.x509.ca || !mayBeUsedFor(next, 'certificates')) {
      return { code: 'unknown-root', what: ownName(signer) };
    }
    const key = unfitKey(next.x509.publicKey, by.key);
    if (key) return key;
    at = next;
  }
  return { code: 'unknown-root', what: ownName(signer) };
}

function rootRefusal(
  root: X509Certificate,
  { signed, now }: { readonly signed: Date; readonly now: Date },
  kind: 'rsa' | 'ec',
): SignedRefusal | undefined {
  const [from, to] = [new Date(root.validFrom), new Date(root.validTo)];
  const within = (moment: Date) => from <= moment && moment <= to;
  const what = root.subject.replaceAll('\n', '，');
  if (!within(signed)) return { code: 'expired-when-signed', what };
  return within(now) ? unfitKey(root.publicKey, kind) : { code: 'expired-now', what };
}

function isSignedBy(one: X509Certificate, by: X509Certificate): boolean {
  try {
    return one.checkIssued(by) && one.verify(by.publicKey);
  } catch {
    // A key OpenSSL doesn't know has signed nothing it could tell.
    return false;
  }
}
