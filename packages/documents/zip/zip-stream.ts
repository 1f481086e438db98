import { Zip, ZipPassThrough } from 'fflate';
import { NO_DATE } from '../office/open-package.ts';

/** A file that goes into an archive. */
export interface ZipFile {
  /** Its name in the archive: see zip-name.ts for one that every system takes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Files as one zip, piece by piece: a file is asked for only when everything before it has been taken, so that of any
 * number of files one is held. PDF, docx and xlsx are compressed already and stand as they are. The same files give the
 * same bytes. Throws what `files` throws; the archive then has no end and no program opens it.
 * @example for await (const piece of zipStream(forms())) response.write(piece)
 */
export async function* zipStream(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let pieces: Uint8Array[] = [];
  let fault: unknown;
  const zip = new Zip((error, piece) => {
    if (error) fault = error;
    else pieces.push(piece);
  });
  for await (const { name, bytes } of files) {
    const file = new ZipPassThrough(name);
    file.mtime = NO_DATE;
    zip.add(file);
    file.push(bytes, true);
    if (fault !== undefined) throw fault;
    const ready = pieces;
    pieces = [];
    yield* ready;
  }
  zip.end();
  if (fault !== undefined) throw fault;
  yield* pieces;
}
