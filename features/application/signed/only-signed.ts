import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import type { SignedRefusal } from './signed-refusal.ts';

/** What signing adds to the catalogue: the form with its fields, what proves the certificates, the versions used. */
const OF_CATALOGUE = ['AcroForm', 'DSS', 'Extensions', 'Version', 'Metadata'];

/**
 * Why what came after a print isn't signing alone; undefined where it is. A PDF that begins with the print's bytes can
 * still replace any of its objects by later ones: every object must be as it was, but the catalogue's form and the
 * fields that stand on a page.
 */
export function alterations(print: PDFDocument, signed: PDFDocument): SignedRefusal | undefined {
  const changed = (what: string) => ({ code: 'content-changed', what }) as const;
  const { Root: root, Info: info } = print.context.trailerInfo;
  if (root?.toString() !== signed.context.trailerInfo.Root?.toString())
    return changed('文件的目录');
  const pages = print.getPages();
  const after = signed.getPages();
  if (after.length !== pages.length) return changed(`原来${pages.length}页，现在${after.length}页`);
  const pageOf = new Map(pages.map(({ ref }, i) => [ref.toString(), i + 1]));
  for (const [ref, before] of print.context.enumerateIndirectObjects()) {
    const now = signed.context.lookup(ref);
    if (now && isSame(before, now)) continue;
    const key = ref.toString();
    const page = pageOf.get(key);
    if (key === info?.toString()) continue;
    if (key === root?.toString() && differOnly(before, now, OF_CATALOGUE)) continue;
    if (page !== undefined && differOnly(before, now, ['Annots'])) continue;
    return changed(page === undefined ? '页面的内容' : `第${page}页`);
  }
  const covered = after.findIndex((page, i) => hasOtherNotes(pages[i]?.node, page.node, signed));
  return covered < 0 ? undefined : changed(`第${covered + 1}页加了批注`);
}

function isSame(one: PDFObject, other: PDFObject): boolean {
  return one.sizeInBytes() === other.sizeInBytes() && bytesOf(one).equals(bytesOf(other));
}

function bytesOf(object: PDFObject): Buffer {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return Buffer.from(bytes);
}

function differOnly(
  before: PDFObject,
  now: PDFObject | undefined,
  keys: readonly string[],
): boolean {
  if (!(before instanceof PDFDict && now instanceof PDFDict)) return false;
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].every((name) => {
    if (keys.includes(name.decodeText())) return true;
    const [old, own] = [before.get(name), now.get(name)];
    return old !== undefined && own !== undefined && isSame(old, own);
  });
}

/** Notes, stamps and fields to fill in lie over a page: only those it had and signatures may. */
function hasOtherNotes(before: PDFDict | undefined, now: PDFDict, signed: PDFDocument): boolean {
  const had = new Set(notesOf(before).map(String));
  return notesOf(now).some((note) => {
    if (had.has(String(note))) return false;
    const field = note instanceof PDFRef ? signed.context.lookup(note) : note;
    return !(field instanceof PDFDict && isSignatureField(field));
  });
}

function notesOf(page: PDFDict | undefined): readonly PDFObject[] {
  const notes = page?.lookup(PDFName.of('Annots'));
  return notes instanceof PDFArray ? notes.asArray() : [];
}

function isSignatureField(field: PDFDict): boolean {
  const parent = field.lookup(PDFName.of('Parent'));
  const type =
    field.get(PDFName.of('FT')) ??
    (parent instanceof PDFDict ? parent.get(PDFName.of('FT')) : undefined);
  return field.get(PDFName.of('Subtype')) === PDFName.of('Widget') && type === PDFName.of('Sig');
}
