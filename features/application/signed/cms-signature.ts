import { createHash, verify } from 'node:crypto';
import { fromBER, GeneralizedTime, OctetString, UTCTime } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { digestOf, signatureOf, unfitKey } from './algorithms.ts';
import { mayBeUsedFor, ownName, type ReadCertificate, readCertificate } from './certificate.ts';
import type { SignedRefusal } from './signed-refusal.ts';

/** A signature that is its certificate's, over just these bytes. */
export interface VerifiedCms {
  readonly signer: ReadCertificate;
  /** The others that came along. */
  readonly others: readonly ReadCertificate[];
  /** As the signed attributes say; undefined where they don't. */
  readonly signedAt: Date | undefined;
}

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const BROKEN: SignedRefusal = { code: 'broken-signature' };

/**
 * Verifies a detached CMS signature (RFC 5652) with one signer and signed attributes, as ISO 32000 wants it.
 * @param der as it stands in the PDF, padded
 * @param bytes what was signed
 */
export function verifyCms(
  der: Uint8Array,
  bytes: readonly Uint8Array[],
): VerifiedCms | SignedRefusal {
  const cms = readCms(der);
  if (!cms) return BROKEN;
  const { info, signer, certificates } = cms;
  const attributes = info.signedAttrs;
  if (!signer || !attributes) return BROKEN;
  const digest = digestOf(info.digestAlgorithm.algorithmId);
  if (typeof digest !== 'string') return digest;
  const by = signatureOf(info.signatureAlgorithm.algorithmId, digest);
  if ('code' in by) return by;
  const unfit = fitting(signer, by.key);
  if (unfit) return unfit;

  const told = attributes.attributes.filter(({ type }) => type === MESSAGE_DIGEST);
  const value: unknown = told[0]?.values[0];
  if (told.length !== 1 || !(value instanceof OctetString)) return BROKEN;
  const hash = createHash(digest);
  for (const part of bytes) hash.update(part);
  if (!hash.digest().equals(Buffer.from(value.valueBlock.valueHexView))) {
    return { code: 'changed-bytes' };
  }
  const signature = Buffer.from(info.signature.valueBlock.valueHexView);
  const signed = Buffer.from(attributes.encodedValue);
  if (!verify(by.digest, signed, signer.x509.publicKey, signature))
    return { code: 'wrong-signature' };
  const time: unknown = attributes.attributes.find(({ type }) => type === SIGNING_TIME)?.values[0];
  return {
    signer,
    others: certificates.filter((one) => one !== signer),
    signedAt:
      time instanceof UTCTime || time instanceof GeneralizedTime ? time.toDate() : undefined,
  };
}

function readCms(der: Uint8Array):
  | {
      readonly info: SignerInfo;
      readonly signer: ReadCertificate | undefined;
      readonly certificates: readonly ReadCertificate[];
    }
  | undefined {
  try {
    const read = fromBER(new Uint8Array(der).buffer);
    if (read.offset === -1) return undefined;
    const outer = new ContentInfo({ schema: read.result });
    if (outer.contentType !== SIGNED_DATA) return undefined;
    const data = new SignedData({ schema: outer.content });
    const [info, ...more] = data.signerInfos;
    if (!info || more.length > 0 || data.encapContentInfo.eContent) return undefined;
    const certificates = (data.certificates ?? []).flatMap((one) =>
      one instanceof Certificate ? [readCertificate(one)] : [],
    );
    return { info, signer: certificates.find((one) => isOf(info, one)), certificates };
  } catch {
    // What somebody sent: the readers throw whatever their schemas meet.
    return undefined;
  }
}

function isOf({ sid }: SignerInfo, { parts }: ReadCertificate): boolean {
  return (
    sid instanceof IssuerAndSerialNumber &&
    sid.serialNumber.isEqual(parts.serialNumber) &&
    sid.issuer.isEqual(parts.issuer)
  );
}

function fitting(signer: ReadCertificate, kind: 'rsa' | 'ec'): SignedRefusal | undefined {
  try {
    const unfit = unfitKey(signer.x509.publicKey, kind);
    if (unfit) return unfit;
  } catch {
    return {
      code: 'unsupported-algorithm',
      what: signer.parts.subjectPublicKeyInfo.algorithm.algorithmId,
    };
  }
  return mayBeUsedFor(signer, 'signing')
    ? undefined
    : { code: 'not-for-signing', what: ownName(signer) };
}
