import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder this program lies in. Found from where the running module lies, which is among the sources or, compiled,
 * below node_modules (ADR 0004): nothing else may reckon from its own place.
 */
export function programRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (dirname(folder) === folder) throw new Error('the program lies in no folder of its own');
  }
}

function isRoot(folder: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'name' in manifest &&
      manifest.name === 'fuchi'
    );
  } catch {
    return false;
  }
}
