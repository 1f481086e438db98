import { type FileRefusal, RefusedFile } from '@fuchi/documents/workbook/refused-file';
import { type ZipEntries, zipEntries } from '@fuchi/documents/workbook/zip-entries';
import { MAX_FILE, MAX_FILES } from '@fuchi/platform-server/guide-folder';

/** Entries of any kind that a packed folder may have beside the guide's files. */
const OTHERS = 2_000;
const MOST_UNPACKED = 20_000_000;

export type GuideZip =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly code: GuideZipRefusal; readonly file: string };
export type GuideZipRefusal = FileRefusal | 'no-guide' | 'too-many-files' | 'not-text';

/**
 * The files of a guide folder that came as a zip, by path inside the folder, whether the folder itself was packed or
 * what lies in it. What is no YAML is left out, as it is when a folder is read.
 * @example guideZip(bytes) // { ok: true, files: Map { 'guide.yaml' → …, 'lines/merger.yaml' → … } }
 */
export function guideZip(bytes: Buffer): GuideZip {
  try {
    return filesOf(
      zipEntries(bytes, { entries: MAX_FILES + OTHERS, entry: MAX_FILE, total: MOST_UNPACKED }),
    );
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, code: error.code, file: '' };
    throw error;
  }
}

function filesOf(zip: ZipEntries): GuideZip {
  // Windows packs with backslashes.
  const entries = zip.names.map((name) => ({ name, path: name.replaceAll('\\', '/') }));
  const [root] = entries
    .filter(({ path }) => /^(?:.*\/)?guide\.yaml$/.test(path) && !isHidden(path))
    .map(({ path }) => path.slice(0, -'guide.yaml'.length))
    .sort((a, b) => a.length - b.length);
  if (root === undefined) return { ok: false, code: 'no-guide', file: '' };
  const own = entries.filter(
    ({ path }) => path.startsWith(root) && path.endsWith('.yaml') && !isHidden(path),
  );
  if (own.length > MAX_FILES) return { ok: false, code: 'too-many-files', file: '' };
  const files = new Map<string, string>();
  for (const { name, path } of own) {
    const file = path.slice(root.length);
    const text = textOf(zip.read(name));
    if (text === undefined) return { ok: false, code: 'not-text', file };
    files.set(file, text);
  }
  return { ok: true, files };
}

/** What a computer puts beside the files by itself: __MACOSX, ._guide.yaml. */
function isHidden(path: string): boolean {
  return path.split('/').some((step) => step.startsWith('.') || step === '__MACOSX');
}

/** Undefined for what isn't UTF-8, or holds a character no text has: a database keeps no NUL. */
function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
