import { Readable } from 'node:stream';
import { openDatabase } from '@fuchi/platform-server/database/open-database';
import { openFileStore } from '@fuchi/platform-server/files/file-store';
import { ownUpload, receivePart } from './upload-store.ts';

/**
 * A server of its own that receives an upload from where it stands, and says after each part how far it is. A test
 * kills it in the middle.
 */
const [url = '', folder = '', account = '', id = '', part = ''] = process.argv.slice(2);
const { db } = openDatabase(url, console.error, 2);
const files = await openFileStore(folder);
const uploader = { account, organisation: null };
const length = Number(part);
for (;;) {
  const upload = await ownUpload(db, uploader, id);
  if (!upload || upload.received === upload.size) break;
  const bytes = patternOf(upload.received, Math.min(length, upload.size - upload.received));
  const sent = { id, offset: upload.received, content: Readable.from(piecesOf(bytes)) };
  const done = await receivePart(db, files, uploader, sent, new Date());
  if (!done.ok) throw new Error(done.refused.code);
  process.stdout.write(`${done.upload.received}\n`);
}
await db.destroy();

/** As the test knows it: byte n of the file is a digest's worth of n. */
function patternOf(start: number, count: number): Buffer {
  return Buffer.from(
    Uint8Array.from({ length: count }, (_, i) => ((start + i) * 2654435761) >>> 24),
  );
}

/** In small pieces, so that a kill falls into the middle of one. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096);
}
