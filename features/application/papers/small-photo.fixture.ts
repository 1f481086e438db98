import { encode } from 'jpeg-js';

/** A JPEG of four pixels by four. */
export function smallPhoto(): Buffer {
  return Buffer.from(encode({ data: Buffer.alloc(64, 200), width: 4, height: 4 }).data);
}
