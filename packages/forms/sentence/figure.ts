import type { Said, SentenceTable } from '@fuchi/policy/sentence/sentence-table';

/** Targets that should be figures and aren't, or can't be so. */
export const FIGURE: SentenceTable = {
  'target-not-a-number': (said) => ({
    message: `“${said('given')}”不是数`,
    fix: said('unit') === '' ? '只写一个数' : `只写一个数，单位是${said('unit')}`,
  }),
  'target-not-exact': (said) => ({
    message: `“${said('given')}”不是一个确定的数`,
    fix: '只写要达到的那个数，不写“≥”“约”“以上”，也不写范围',
  }),
  'target-too-long': (said) => ({
    message: `“${said('given')}”位数太多`,
    fix: '核对是否多输了数字',
  }),
  'target-grouping': (said) => ({
    message: `“${said('given')}”里的逗号位置不对`,
    fix: '去掉逗号，或者每三位一个',
  }),
  'target-unit': (said) => ({
    message:
      said('unit') === ''
        ? `“${said('given')}”里写了单位“${said('written')}”`
        : `这一行的单位是${said('unit')}，写的是“${said('written')}”`,
    fix:
      said('unit') === ''
        ? `目标只写数“${said('digits')}”，单位写在“单位”里`
        : `换算成${said('unit')}，只写数`,
  }),
  'target-money-unit': (said) => ({
    message: `这一行的单位是${said('unit')}，写的是“${said('given')}”`,
    fix: `写成“${said('amount')}”`,
  }),
  'target-not-whole': (said) => ({
    message: `“${said('given')}”不是整数`,
    fix: said('unit') === '' ? '写成整数' : `这一行按${said('unit')}计，写成整数`,
  }),
  'target-out-of-range': (said) => ({
    message: `“${said('given')}”超出范围`,
    fix: rangeText(said),
  }),
  'target-below-least': (said) => ({
    message: `目标是${said('given')}，少于表上印的“不少于${said('least')}”`,
    fix: '改为不少于这个数',
  }),
  'part-above-whole': (said) => ({
    message: `${said('given')}是“${said('other')}”的一部分，却多于它的${said('most')}`,
    fix: '核对两行',
  }),
  'target-above-other': (said) => ({
    message: `${said('given')}超过了“${said('other')}”的${said('most')}`,
    fix: '核对两行',
  }),
  'fact-differs': (said) => ({
    message:
      said('stated') === ''
        ? `目标是${said('given')}，与申报事实“${said('fact')}”不一致`
        : `目标是${said('given')}，申报事实“${said('fact')}”是${said('stated')}`,
    fix: '两处应当一致，改正其中一处',
  }),
  'year-outside': (said) => ({
    message: `项目从${said('first')}年到${said('last')}年，不包括${said('year')}年`,
    fix: '删去这一年的目标，或者改正项目的起止时间',
  }),
  'year-says-nothing': (said) => ({
    message: `“${said('given')}”等于没有填`,
    fix: '写上这一年的目标；没有的空着',
  }),
  'years-dont-add-up': (said) => ({
    message: `各年目标合计${said('sum')}，与目标${said('given')}不一致`,
    fix: '请核对',
  }),
  'last-year-differs': (said) => ({
    message: `${said('year')}年的目标是${said('last')}，与项目完成后的目标${said('given')}不一致`,
    fix: '请核对',
  }),
};

function rangeText(said: Said): string {
  const [least, most] = [said('least'), said('most')];
  if (least === '') return `应当不超过${most}`;
  return most === '' ? `应当不小于${least}` : `应当在${least}到${most}之间`;
}
