import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FootIdentity } from '../document.ts';

/** A published version of a guide. */
export interface GuideVersion {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of all its files, hexadecimal. */
  readonly digest: string;
}

/** Digits enough that no two fillings of one fund share them: 64 bits. */
const DIGITS = 16;

/**
 * What each page of a form says about itself: the annex, its guide's version, and the digest of what is filled in.
 * @example formFoot(form, filling, guide).code // 'FUCHI:1-8:jiangsu-2022:1.0.0:6f1a0c3e…:90b1…'
 */
export function formFoot(form: Form, filling: Filling, guide: GuideVersion): FootIdentity {
  const digest = fillingDigest(filling, guide);
  const short = digest.slice(0, DIGITS);
  return {
    version: `附件${form.id}　${form.year}　指南数据版本 ${guide.version}`,
    digest: short.replace(/(.{4})(?=.)/gu, '$1 '),
    code: ['FUCHI', form.id, guide.id, guide.version, guide.digest.slice(0, DIGITS), short].join(
      ':',
    ),
  };
}

/**
 * SHA-256, hexadecimal, of what is filled in and the guide it is filled in for. Fields left empty don't count, nor does
 * the order in which fields were filled: the same content has the same digest however it was kept.
 * @example fillingDigest(blankFilling('1-8'), guide) === fillingDigest({ ...blankFilling('1-8'), header: { 项目名称: '' } }, guide)
 */
export function fillingDigest(filling: Filling, guide: GuideVersion): string {
  const text = JSON.stringify(steady({ guide: guide.digest, filling }));
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Keys in one order, what is empty left out; in lists places count, so that nothing there is left out. */
function steady(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(steady);
  if (typeof content !== 'object' || content === null) return content;
  const told = Object.entries(content)
    .map(([key, part]): [string, unknown] => [key, steady(part)])
    .filter(([, part]) => !isEmpty(part))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(told);
}

function isEmpty(part: unknown): boolean {
  if (part === '') return true;
  return typeof part === 'object' && part !== null && Object.values(part).every(isEmpty);
}
