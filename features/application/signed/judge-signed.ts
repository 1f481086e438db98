import { X509Certificate } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintSigner } from '@fuchi/record-application/contract-scan';
import { ownName, type ReadCertificate, subjectValues } from './certificate.ts';
import { chainRefusal } from './certificate-chain.ts';
import { verifyCms } from './cms-signature.ts';
import { type NamedApplicant, namesApplicant } from './names-applicant.ts';
import { alterations } from './only-signed.ts';
import { type PdfSignature, pdfSignatures } from './pdf-signatures.ts';
import { otherPage } from './same-pages.ts';
import type { SignedRefusal } from './signed-refusal.ts';

/** A print as it was frozen. */
interface FrozenPrint {
  readonly version: number;
  readonly kind: string;
  /** Of its PDF. */
  readonly path: string;
}

/** What a signed print is held against. */
export interface SignedPart {
  /** Of the file that came in. */
  readonly path: string;
  /** The version to be sealed. */
  readonly version: number;
  /** The prints of all versions there were. */
  readonly prints: readonly FrozenPrint[];
  /** PEM, each one certificate. */
  readonly roots: readonly string[];
  readonly applicant: NamedApplicant;
  /** When it came in, by the portal's clock. */
  readonly now: Date;
}

export type JudgedSigned =
  | { readonly ok: true; readonly kind: string; readonly signers: readonly PrintSigner[] }
  | { readonly ok: false; readonly refused: SignedRefusal };

/** Certificates and pictures of seals take some; more is no signature, and is never read. */
const MOST_ADDED = 10;
const MB = 1024 * 1024;
/** Clocks of two machines may differ by as much. */
const AHEAD = 10 * 60_000;

/**
 * Whether a file is a frozen print that its applicant has signed electronically, and nothing else: the print's own
 * bytes, then signatures that each verify and lead to an accepted root, the last over everything. For a thread.
 */
export async function judgeSigned(part: SignedPart): Promise<JudgedSigned> {
  const no = (refused: SignedRefusal) => ({ ok: false, refused }) as const;
  const found = await printIn(part);
  if ('code' in found) return no(found);
  const { kind, print, file } = found;
  const opened = await openBoth(print, file);
  if ('code' in opened) return no(opened);
  const signatures = pdfSignatures(opened.signed, file, print.length);
  if ('code' in signatures) return no(signatures);
  const signers: (PrintSigner & { readonly own: boolean })[] = [];
  for (const [i, signature] of signatures.entries()) {
    const judged = judgeOne(signature, part);
    if ('code' in judged) return no({ ...judged, signature: i + 1 });
    signers.push(judged);
  }
  const altered = alterations(opened.before, opened.signed) ?? (await otherPage(print, file));
  if (altered) return no(altered);
  if (!signers.some(({ own }) => own)) {
    return no({ code: 'other-name', what: signers.map(({ subject }) => subject).join('；') });
  }
  return { ok: true, kind, signers: signers.map(({ own: _, ...signer }) => signer) };
}

/** The print a file begins with, byte for byte. */
async function printIn({
  path,
  version,
  prints,
}: SignedPart): Promise<
  { readonly kind: string; readonly print: Buffer; readonly file: Buffer } | SignedRefusal
> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    // The version to be sealed first: what didn't change from one version to another counts for it.
    const ordered = prints.toSorted(
      (a, b) => Number(b.version === version) - Number(a.version === version),
    );
    for (const { kind, path: of, version: own } of ordered) {
      const print = await readFile(of);
      if (print.length > size) continue;
      const head = Buffer.alloc(print.length);
      await handle.read(head, 0, head.length, 0);
      if (!head.equals(print)) continue;
      if (own !== version) return { code: 'other-version', what: String(own) };
      if (size - print.length > MOST_ADDED * MB) {
        return { code: 'too-much-added', what: String(MOST_ADDED) };
      }
      return { kind, print, file: await readFile(path) };
    }
    return { code: 'not-a-print' };
  } finally {
    await handle.close();
  }
}

async function openBoth(
  print: Buffer,
  file: Buffer,
): Promise<{ readonly before: PDFDocument; readonly signed: PDFDocument } | SignedRefusal> {
  const before = await PDFDocument.load(print, { updateMetadata: false });
  try {
    return { before, signed: await PDFDocument.load(file, { updateMetadata: false }) };
  } catch (error) {
    return { code: /password|encrypt/i.test(String(error)) ? 'encrypted' : 'broken-pdf' };
  }
}

function judgeOne(
  signature: PdfSignature,
  { roots, applicant, now }: SignedPart,
): (PrintSigner & { readonly own: boolean }) | SignedRefusal {
  const cms = verifyCms(signature.contents, signature.bytes);
  if ('code' in cms) return cms;
  const signed = cms.signedAt ?? signature.signedAt;
  if (!signed) return { code: 'no-signing-time' };
  if (signed.getTime() > now.getTime() + AHEAD) {
    return { code: 'signed-ahead', what: signed.toISOString() };
  }
  const trusted = roots.map((pem) => new X509Certificate(pem));
  const refused = chainRefusal(cms.signer, cms.others, trusted, { signed, now });
  if (refused) return refused;
  return { ...told(cms.signer, signed), own: namesApplicant(subjectValues(cms.signer), applicant) };
}

function told(signer: ReadCertificate, signed: Date): PrintSigner {
  const { serialNumber, issuer } = signer.x509;
  const issued = issuer.split('\n').find((part) => part.startsWith('CN=')) ?? issuer;
  return {
    subject: ownName(signer),
    serial: serialNumber,
    issuer: issued.replace(/^CN=/, ''),
    signedAt: signed.toISOString(),
  };
}
