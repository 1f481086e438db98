const KB = 1024;
const MB = 1024 * 1024;

/** A file's size as people read it. @example fileSize(1_300_000) // '1.2 MB' */
export function fileSize(bytes: number): string {
  if (bytes < KB) return `${bytes} 字节`;
  if (bytes < MB) return `${Math.round(bytes / KB)} KB`;
  return `${(bytes / MB).toFixed(1)} MB`;
}
