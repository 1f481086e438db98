/** Why a file that was sent isn't read, as a code and the facts of its sentence. */
export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-other-kind'
  | 'file-word'
  | 'file-old-excel'
  | 'file-encrypted'
  | 'file-macros'
  | 'file-broken'
  | 'file-swollen'
  | 'file-too-many-rows';

/** Thrown while a file is read; whoever opened it tells why. Nothing of the file is kept. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
  readonly code: FileRefusal;

  constructor(code: FileRefusal) {
    super(code);
    this.code = code;
  }
}
