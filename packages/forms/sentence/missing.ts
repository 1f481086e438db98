import type { SentenceTable } from '@fuchi/policy/sentence/sentence-table';

/** What isn't filled in yet. */
export const MISSING: SentenceTable = {
  'field-missing': () => ({ message: '还没有填', fix: '' }),
  'kind-missing': () => ({ message: '还没有选', fix: '在表上列的几类里选' }),
  'target-missing': () => ({ message: '还没有填目标', fix: '' }),
  'measure-missing': () => ({ message: '还没有选用哪一种计量', fix: '这一行印着几种，选一种' }),
  'unit-missing': () => ({ message: '还没有填单位', fix: '这一行没有印单位，写上目标用的单位' }),
  'about-missing': () => ({ message: '还没有填是哪一种产品或项目', fix: '' }),
  'own-name-missing': () => ({ message: '个性指标还没有填名称', fix: '不用这一行的，把整行清空' }),
};
