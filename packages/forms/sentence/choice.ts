import { orNearest, type SentenceTable } from '@fuchi/policy/sentence/sentence-table';

/** Texts, dates and choices that can't be so. */
export const CHOICE: SentenceTable = {
  'says-nothing': (said) => ({
    message: `“${said('given')}”等于没有填`,
    fix: '写上实际内容',
  }),
  'date-unreadable': (said) => ({
    message: `“${said('given')}”不是日历上的日期`,
    fix: '写成“2022-03-16”，年月日都要有',
  }),
  'date-before': (said) => ({
    message: `${said('given')}早于“${said('before')}”的${said('earliest')}`,
    fix: '核对两个日期',
  }),
  'kinds-too-many': (said) => ({
    message: `“${said('grouping')}”只能选一类，选了${said('chosen')}`,
    fix: '只留一类',
  }),
  'kind-not-chosen': (said) => ({
    message: `这一行由“${said('group')}”填写，所选的是${said('chosen')}`,
    fix: '清空这一行，或者改选类别',
  }),
  'measure-unknown': (said) => ({
    message: `这一行没有“${said('given')}”这种计量`,
    fix: orNearest(said('nearest'), `只能是：${said('words')}`),
  }),
  'option-unknown': (said) => ({
    message: `“${said('given')}”不是表上印的选项`,
    fix: orNearest(said('nearest'), `只能是：${said('words')}`),
  }),
  'unit-is-number': (said) => ({
    message: `单位里写了数“${said('given')}”`,
    fix: '单位写成“千克标准煤/吨”这样的文字，数写在目标里',
  }),
  'own-twice': (said) => ({
    message: `“${said('name')}”已经有了`,
    fix: '表上已有的指标不用再加；确实不同的，换一个名称',
  }),
};
