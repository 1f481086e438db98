import {
  FILE_TYPES,
  type FileType,
  UPLOAD_PURPOSES,
  type UploadPurpose,
} from './contract-purpose.ts';
import { endingOf, plainFileName } from './file-name.ts';
import type { SeenType, UnusableContent } from './file-type.ts';

/** Who uploads: somebody with a session, also one who may not act yet. */
export interface Uploader {
  readonly account: string;
  /** What he acts for; null for who isn't let in yet. */
  readonly organisation: string | null;
}

export type UploadState = 'receiving' | 'whole' | 'used' | 'refused';

export interface Upload {
  readonly id: string;
  readonly purpose: UploadPurpose;
  readonly name: string;
  readonly size: number;
  /** Bytes that are on disk for good. */
  readonly received: number;
  readonly state: UploadState;
  readonly type: FileType | undefined;
  readonly digest: string | undefined;
  /** As `contentRefusedText` reads it. */
  readonly refusedBecause: string | undefined;
}

/** What an account may have and send [usual]. */
export interface UploadLimits {
  readonly open: number;
  readonly bytesADay: number;
}

export const UPLOAD_LIMITS: UploadLimits = { open: 40, bytesADay: 4 * 1024 * 1024 * 1024 };

export type BeginRefused =
  | { readonly code: 'no-name' }
  | { readonly code: 'wrong-ending'; readonly purpose: UploadPurpose; readonly ending: string }
  | { readonly code: 'too-large'; readonly purpose: UploadPurpose; readonly most: number }
  | { readonly code: 'too-many-open'; readonly most: number }
  | { readonly code: 'too-much-a-day'; readonly most: number };

export type ContentRefused =
  | { readonly code: UnusableContent }
  | { readonly code: 'other-type'; readonly type: FileType }
  | { readonly code: 'other-ending'; readonly type: FileType };

/** Whether an upload may begin, as far as it tells by itself. @returns the name it is kept under */
export function begin(asked: {
  readonly purpose: UploadPurpose;
  readonly name: string;
  readonly size: number;
}):
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly refused: BeginRefused } {
  const { purpose, size } = asked;
  const { types, most } = UPLOAD_PURPOSES[purpose];
  const name = plainFileName(asked.name);
  if (name === undefined) return { ok: false, refused: { code: 'no-name' } };
  const ending = endingOf(name);
  if (!types.some((type) => hasEnding(type, ending))) {
    return { ok: false, refused: { code: 'wrong-ending', purpose, ending } };
  }
  if (size > most) return { ok: false, refused: { code: 'too-large', purpose, most } };
  return { ok: true, name };
}

/** Whether what came may be used: its content is of a type the purpose takes, and its name says so. */
export function judgeContent(
  { purpose, name }: Pick<Upload, 'purpose' | 'name'>,
  seen: SeenType,
):
  | { readonly ok: true; readonly type: FileType }
  | { readonly ok: false; readonly refused: ContentRefused } {
  if (!seen.ok) return { ok: false, refused: { code: seen.code } };
  const { type } = seen;
  const types: readonly FileType[] = UPLOAD_PURPOSES[purpose].types;
  if (!types.includes(type)) return { ok: false, refused: { code: 'other-type', type } };
  return hasEnding(type, endingOf(name))
    ? { ok: true, type }
    : { ok: false, refused: { code: 'other-ending', type } };
}

function hasEnding(type: FileType, ending: string): boolean {
  return (FILE_TYPES[type].endings as readonly string[]).includes(ending);
}
