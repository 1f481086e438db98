import { badInput } from '@fuchi/platform-server/api/read-body';
import { readDigestText, type TrailDigest } from './digest-file.ts';

/** What an exported digest said: a whole file, or one seal's digest alone. */
export type Against =
  | { readonly kind: 'file'; readonly digest: TrailDigest }
  | { readonly kind: 'digest'; readonly digest: string };

/** What is held against the trail, from a file's text or a digest; 'unreadable' for neither. */
export function againstOf(text: string): Against | 'unreadable' {
  const plain = text.trim();
  if (/^[0-9a-f]{64}$/i.test(plain)) return { kind: 'digest', digest: plain.toLowerCase() };
  const digest = readDigestText(text);
  return digest ? { kind: 'file', digest } : 'unreadable';
}

/**
 * As `againstOf`, for a request; undefined where nothing is to be held against the trail.
 * @throws HttpFault bad-input
 */
export function readAgainst(text: string): Against | undefined {
  if (text.trim() === '') return undefined;
  const against = againstOf(text);
  if (against !== 'unreadable') return against;
  throw badInput([UNREADABLE], () => UNREADABLE);
}

export const UNREADABLE = {
  path: 'against',
  code: 'unreadable-digest',
  message: '不是导出的操作记录摘要，或在保存、传送时损坏',
  messageEn: 'This is no exported digest of the trail, or it was damaged',
} as const;

/** What was held against the trail, in words. @param day whose seal a digest alone is */
export function againstText(against: Against, day: string | null): string {
  if (against.kind === 'digest') return day === null ? '一个摘要' : `${day} 的封存摘要`;
  const { exported, seals, tail } = against.digest;
  const since = tail ? `，和此后的${tail.events}个事件` : '';
  return `${exported} 导出的摘要：${seals.length}天的封存${since}`;
}
