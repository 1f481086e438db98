import { X509Certificate } from 'node:crypto';

/** A certificate a round trusts. */
export interface SealRoot {
  readonly certificate: X509Certificate;
  /** Its subject's own name: 示例电子认证有限公司根证书. */
  readonly name: string;
  readonly until: Date;
  /** SHA-256, 32 bytes in hexadecimal with colons. */
  readonly fingerprint: string;
}

/** What is wrong with a text of certificates. */
export interface SealRootFault {
  /** From 1, where the block begins; 1 where there is none at all. */
  readonly line: number;
  readonly code:
    | 'root-none'
    | 'root-broken'
    | 'root-not-certificate'
    | 'root-not-ca'
    | 'root-algorithm'
    | 'root-twice';
  /** The certificate's subject, or what the block says it is. */
  readonly name: string;
}

/** NIST's, by OpenSSL's names. */
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

const BEGIN = /^-----BEGIN ([A-Z0-9 ]+)-----\s*$/;

/**
 * The certificates of a PEM text (RFC 7468) that authorities sign with, and everything that is wrong with it. Text
 * between the blocks explains and is left out, as the standard has it.
 * @example readSealRoots('').faults // [{ line: 1, code: 'root-none', name: '' }]
 */
export function readSealRoots(text: string): {
  readonly roots: readonly SealRoot[];
  readonly faults: readonly SealRootFault[];
} {
  const lines = text.split(/\r?\n/);
  const roots: SealRoot[] = [];
  const faults: SealRootFault[] = [];
  lines.forEach((each, i) => {
    const label = BEGIN.exec(each.trim())?.[1];
    if (label === undefined) return;
    const at = { line: i + 1, name: label };
    if (label !== 'CERTIFICATE') {
      faults.push({ ...at, code: 'root-not-certificate' });
      return;
    }
    const end = lines.findIndex((one, j) => j > i && one.trim() === '-----END CERTIFICATE-----');
    const certificate = end < 0 ? undefined : read(lines.slice(i, end + 1));
    if (!certificate) {
      faults.push({ ...at, code: 'root-broken' });
      return;
    }
    const name = ownName(certificate);
    const code = unfit(certificate, roots);
    if (code) faults.push({ line: i + 1, name, code });
    else {
      const until = new Date(certificate.validTo);
      roots.push({ certificate, name, until, fingerprint: certificate.fingerprint256 });
    }
  });
  const none = roots.length === 0 && faults.length === 0;
  return { roots, faults: none ? [{ line: 1, code: 'root-none', name: '' }] : faults };
}

function read(lines: readonly string[]): X509Certificate | undefined {
  try {
    return new X509Certificate(lines.map((line) => line.trim()).join('\n'));
  } catch {
    return undefined;
  }
}

function unfit(
  certificate: X509Certificate,
  before: readonly SealRoot[],
): SealRootFault['code'] | undefined {
  if (before.some(({ fingerprint }) => fingerprint === certificate.fingerprint256)) {
    return 'root-twice';
  }
  if (!certificate.ca) return 'root-not-ca';
  return isVerifiable(certificate) ? undefined : 'root-algorithm';
}

/** A key of a kind OpenSSL doesn't know can't even be read. */
function isVerifiable(certificate: X509Certificate): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    return (
      asymmetricKeyType === 'rsa' ||
      (asymmetricKeyType === 'ec' && CURVES.includes(asymmetricKeyDetails?.namedCurve ?? ''))
    );
  } catch {
    return false;
  }
}

function ownName({ subject }: X509Certificate): string {
  const parts = subject.split('\n');
  const own = parts.find((part) => part.startsWith('CN=')) ?? parts[0] ?? '';
  return own.replace(/^[^=]*=/, '');
}
