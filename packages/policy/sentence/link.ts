import { orNearest, type SentenceTable } from './sentence-table.ts';

/** Faults of 对应, by which rows of one list name rows of another. */
export const LINK: SentenceTable = {
  'link-outside-rows': (said) => ({
    message: `“${said('fact')}”不能写“对应”`,
    fix: '“对应”只能写在明细的文字列上，明细里再嵌的明细不行',
  }),
  'link-form': (said) => ({
    message: `“对应”写成了“${said('written')}”`,
    fix: '写“明细.列”，例如“项目投入发票.发票号码”',
  }),
  'link-list': (said) => ({
    message: `“对应”的明细“${said('name')}”没有`,
    fix: orNearest(said('nearest'), '写同一项目类别申报事实里的明细，或者 facts.yaml 里的明细'),
  }),
  'link-other-line': (said) => ({
    message: `明细“${said('name')}”是项目类别“${said('line')}”独有的，“${said('list')}”不能对应它`,
    fix: '对应同一项目类别的明细，或者把它写到 facts.yaml 里',
  }),
  'link-column': (said) => ({
    message: `明细“${said('list')}”没有类型为“${said('kind')}”的列“${said('name')}”`,
    fix: orNearest(
      said('nearest'),
      said('words') === '' ? '先写上这一列' : `可以写：${said('words')}`,
    ),
  }),
};
