import { canonicalJson, sm3 } from '@fuchi/record-event/event-digest';
import type { ApplicationContent } from './contract-content.ts';

/**
 * SM3 (GB/T 32905), hexadecimal, of what a version freezes, in one spelling: kept in the database and read back, the
 * content has the same digest. Every printed page carries its beginning.
 * @example contentDigest(content).length // 64
 */
export function contentDigest(content: ApplicationContent): string {
  return sm3(canonicalJson(content));
}
