import { webcrypto } from 'node:crypto';
import { PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { BitString, Integer, ObjectIdentifier, OctetString, UTCTime, Utf8String } from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

/** Who can sign: a certificate with its key. */
export interface TestSigner {
  readonly certificate: Certificate;
  readonly key: CryptoKey;
  readonly pem: string;
}

const ALGORITHMS = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  'rsa-1024': {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 1024,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

interface Wanted {
  readonly subject: Readonly<Record<string, string>>;
  /** Itself where it is left out. */
  readonly by?: TestSigner;
  readonly from: string;
  readonly to: string;
  readonly kind?: keyof typeof ALGORITHMS;
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-384';
  readonly ca?: boolean;
  /** The key usage's bits. */
  readonly usage?: number;
}

const NAMES: Readonly<Record<string, string>> = { CN: '2.5.4.3', O: '2.5.4.10', OU: '2.5.4.11' };
let serial = 0x1000;

/** A certificate made in memory. */
export async function certified(wanted: Wanted): Promise<TestSigner> {
  const { by, kind = 'ec', hash = 'SHA-256', ca = false } = wanted;
  const keys = await webcrypto.subtle.generateKey({ ...ALGORITHMS[kind], hash }, true, [
    'sign',
    'verify',
  ]);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: serial++ });
  for (const [name, value] of Object.entries(wanted.subject)) {
    certificate.subject.typesAndValues.push(
      new AttributeTypeAndValue({ type: NAMES[name] ?? name, value: new Utf8String({ value }) }),
    );
  }
  certificate.issuer = by ? by.certificate.subject : certificate.subject;
  certificate.notBefore.value = new Date(wanted.from);
  certificate.notAfter.value = new Date(wanted.to);
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: new BasicConstraints({ cA: ca }).toSchema().toBER(false),
    }),
    new Extension({
      extnID: '2.5.29.15',
      critical: true,
      extnValue: new BitString({
        valueHex: new Uint8Array([wanted.usage ?? (ca ? 0x06 : 0xc0)]).buffer,
        unusedBits: 0,
      }).toBER(false),
    }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(by?.key ?? keys.privateKey, hash);
  const text = Buffer.from(certificate.toSchema(false).toBER(false)).toString('base64');
  const lines = text.match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { certificate, key: keys.privateKey, pem };
}

interface Signing {
  /** By the signed attributes; null where they don't say. */
  readonly at: string | null;
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-384';
  /** Said in place of the digest that was used. */
  readonly digestOid?: string;
  readonly others?: readonly TestSigner[];
}

/** A detached CMS signature. */
export async function cmsOf(
  bytes: Uint8Array,
  { certificate, key }: TestSigner,
  { at, hash = 'SHA-256', digestOid, others = [] }: Signing,
): Promise<Buffer> {
  const data = new Uint8Array(bytes);
  const digest = await webcrypto.subtle.digest(hash, data);
  const of = (type: string, value: unknown) => new Attribute({ type, values: [value] });
  const attributes = [
    of('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
    ...(at === null ? [] : [of('1.2.840.113549.1.9.5', new UTCTime({ valueDate: new Date(at) }))]),
    of('1.2.840.113549.1.9.4', new OctetString({ valueHex: digest })),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    certificates: [certificate, ...others.map((one) => one.certificate)],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  });
  await signed.sign(key, 0, hash, data);
  const [info] = signed.signerInfos;
  if (info && digestOid !== undefined) info.digestAlgorithm.algorithmId = digestOid;
  const outer = new ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: signed.toSchema(true),
  });
  return Buffer.from(outer.toSchema().toBER(false));
}

const HOLE = 12_000;
const WIDTH = 10;

export interface SigningPdf extends Signing {
  readonly subFilter?: string;
  /** More objects of the update, by their number: replaced ones are what an attacker adds. */
  readonly also?: ReadonlyMap<number, string>;
  /** Instead of the signature's own bytes. */
  readonly cms?: (made: Buffer) => Buffer;
  /** How many bytes the hole is said to be longer than it is. */
  readonly wider?: number;
  /** The seal is drawn on the first page: a red square. */
  readonly drawn?: boolean;
}

const SEAL = '1 0 0 rg 0 0 120 120 re f';

/** A PDF signed as an incremental update, as signing programs do it. */
export async function signedPdf(
  pdf: Uint8Array,
  signer: TestSigner,
  how: SigningPdf,
): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { Root: root } = document.context.trailerInfo;
  const next = document.context.largestObjectNumber + 1;
  const catalog = document.catalog.clone(document.context);
  const before = document.catalog.lookup(PDFName.of('AcroForm'));
  const fields = before instanceof PDFDict ? String(before.get(PDFName.of('Fields'))) : '[ ]';
  const own = fields.replace(/\]$/, `${next + 1} 0 R ]`);
  catalog.delete(PDFName.of('AcroForm'));
  const head = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${how.subFilter ?? 'adbe.pkcs7.detached'} /ByteRange [`;
  const range = ' '.repeat(4 * (WIDTH + 1));
  const place = how.drawn
    ? `/Rect [400 80 520 200] /AP << /N ${next + 2} 0 R >> /P ${document.getPage(0).ref}`
    : '/Rect [0 0 0 0]';
  const objects = new Map<number, string>([
    [next, `${head}${range}] /Contents <${'0'.repeat(HOLE)}> >>`],
    [
      next + 1,
      `<< /FT /Sig /Type /Annot /Subtype /Widget /T (Seal${next}) /V ${next} 0 R /F 132 ${place} >>`,
    ],
    [
      Number(String(root).split(' ')[0]),
      String(catalog).replace(/>>$/, `/AcroForm << /SigFlags 3 /Fields ${own} >> >>`),
    ],
    ...(how.drawn ? drawnSeal(document.getPage(0), next + 1) : []),
    ...(how.also ?? []),
  ]);
  const file = updated(pdf, objects, {
    root: String(root),
    size: Math.max(next, ...objects.keys()) + 1,
  });
  const start = file.lastIndexOf('/Contents <') + '/Contents '.length;
  const end = start + HOLE + 2;
  const from = end + (how.wider ?? 0);
  const numbers = [0, start, from, file.length - from];
  const at = file.lastIndexOf('/ByteRange [') + '/ByteRange ['.length;
  file.write(numbers.map((n) => String(n).padStart(WIDTH)).join(' '), at, 'latin1');
  const bytes = Buffer.concat([file.subarray(0, start), file.subarray(from)]);
  const made = await cmsOf(bytes, signer, how);
  const put = how.cms ? how.cms(made) : made;
  file.write(put.toString('hex'), start + 1, 'latin1');
  return file;
}

/** A page that shows the seal of that number, and what the next number draws. */
function drawnSeal(page: PDFPage, widget: number): readonly (readonly [number, string])[] {
  const node = String(page.node).replace(/>>$/, `/Annots [ ${widget} 0 R ] >>`);
  const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 120 120] /Length ${SEAL.length} >>`;
  return [
    [page.ref.objectNumber, node],
    [widget + 1, `${form}\nstream\n${SEAL}\nendstream`],
  ];
}

/** An incremental update: objects, their table, and where the table before it stands. */
export function updated(
  pdf: Uint8Array,
  objects: ReadonlyMap<number, string>,
  { root, size }: { readonly root: string; readonly size: number },
): Buffer {
  const before = Buffer.from(pdf);
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before.toString('latin1'))?.[1] ?? '0';
  let text = '\n';
  const table: string[] = [];
  for (const [number, object] of objects) {
    const offset = String(before.length + text.length).padStart(10, '0');
    table.push(`${number} 1\n${offset} 00000 n \n`);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const place = before.length + text.length;
  text += `xref\n${table.join('')}trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\n`;
  text += `startxref\n${place}\n%%EOF\n`;
  return Buffer.concat([before, Buffer.from(text, 'latin1')]);
}
