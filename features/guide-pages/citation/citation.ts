import type { Guide } from '@fuchi/guide/guide';

export interface Citation {
  readonly clause: string;
  readonly says: string;
  /** The full address, anchor included. */
  readonly address: string;
}

/**
 * A clause as one quotes it in a paper: guide, clause, words, version, digest, address.
 * @example citationText(guide, { clause: '一（一）1(2)a', says: '…', address: 'https://…#1(2)a' })
 */
export function citationText(guide: Guide, { clause, says, address }: Citation): string {
  return `《${guide.title}》${clause}：“${says}”（指南数据版本${guide.version}，校验码${guide.digest}，${address}）`;
}
