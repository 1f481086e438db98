import type { ListView, VersionView } from '../contract.ts';

/** How a list and its versions are spoken of on the pages. */
export const LIST_STATE: Readonly<Record<ListView['state'], { word: string; tag: string }>> = {
  none: { word: '未导入', tag: 'tag-open' },
  current: { word: '有效', tag: 'tag-yes' },
  'out-of-date': { word: '已过有效期', tag: 'tag-no' },
};

export const VERSION_STATE: Readonly<Record<VersionView['state'], { word: string; tag: string }>> =
  {
    answers: { word: '正在使用', tag: 'tag-yes' },
    superseded: { word: '已被替代', tag: 'tag-none' },
    withdrawn: { word: '已撤回', tag: 'tag-no' },
  };

/** @example yearText('2022') // '2022年度' */
export function yearText(year: string): string {
  return year === '' ? '不分年度' : `${year}年度`;
}
