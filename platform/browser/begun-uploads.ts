import { keep, readKept } from './kept-text.ts';

/** An upload that was begun in this browser, and the file it is of as far as a browser tells one from another. */
export interface BegunUpload {
  readonly id: string;
  readonly purpose: string;
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

const KEY = 'fuchi-begun-uploads';
const MOST = 100;

/** Those begun for a purpose and not ended here, the first first. Who they belong to only the server knows. */
export function begunUploads(purpose: string): readonly BegunUpload[] {
  return all().filter((begun) => begun.purpose === purpose);
}

/** The one that was begun of a file; undefined where none was. */
export function begunOf(purpose: string, file: File): BegunUpload | undefined {
  return begunUploads(purpose).find(
    ({ name, size, modified }) =>
      name === file.name && size === file.size && modified === file.lastModified,
  );
}

export function rememberBegun(begun: BegunUpload): void {
  keep(KEY, [...all().filter(({ id }) => id !== begun.id), begun].slice(-MOST));
}

export function forgetBegun(id: string): void {
  const others = all().filter((begun) => begun.id !== id);
  keep(KEY, others);
}

function all(): readonly BegunUpload[] {
  const kept = readKept(KEY);
  return Array.isArray(kept) ? kept.filter(isBegun) : [];
}

function isBegun(value: unknown): value is BegunUpload {
  const part = (key: string) => (typeof value === 'object' && value ? Reflect.get(value, key) : 0);
  return (
    ['id', 'purpose', 'name'].every((key) => typeof part(key) === 'string') &&
    ['size', 'modified'].every((key) => typeof part(key) === 'number')
  );
}
