import { orNearest, type SentenceTable } from './sentence-table.ts';

/** Faults of what a line prints for its papers: 承诺函 and 附表. */
export const ANNEX: SentenceTable = {
  'paper-not-asked': (said) => ({
    message: `这个项目类别的“材料”里没有“${said('name')}”`,
    fix: orNearest(said('nearest'), '照“材料”里的名称写'),
  }),
  'letter-of-others': (said) => ({
    message: `“${said('name')}”由${said('issuer')}出具，不是申报单位的承诺函`,
    fix: '从“承诺函”里删去，或者删去材料的“出具”',
  }),
  'annex-without-issuer': (said) => ({
    message: `没有写“${said('name')}”由谁核定`,
    fix: '给附表或所附的材料写上“出具”',
  }),
  'annex-column': (said) => ({
    message: `明细“${said('list')}”没有“${said('name')}”这一列`,
    fix: orNearest(said('nearest'), '照明细的列名写；明细里的明细写在“逐笔”里'),
  }),
  'annex-confirmed': (said) => ({
    message: `“${said('name')}”要核定，却没有印在表上`,
    fix: '在“列”里写上它，或者从“核定”里删去',
  }),
  'annex-adds-within': (said) => ({
    message: `“${said('name')}”有“逐笔”，不能“增行”`,
    fix: '删去“增行”，缺的行由申报单位补填',
  }),
  'listed-twice': (said) => ({
    message: `“${said('name')}”写了两次`,
    fix: '删去一处',
  }),
};
