import type { SentenceTable } from './sentence-table.ts';

/** Remarks that go with an assessment. */
export const NOTES: SentenceTable = {
  'not-applied-for': (said) => ({
    message: said('says') || `本类方式为${said('mode')}，不由企业申报`,
    fix: '',
  }),
  contradiction: (said) => ({
    message: `填报的数据互相矛盾：${said('says')}`,
    fix: `核对：${said('facts')}`,
  }),
  'not-computable': (said) => ({ message: said('says'), fix: '' }),
  'premise-open': (said) => ({ message: `暂不能计算金额：${said('says')}`, fix: '' }),
  'ceiling-not-award': () => ({
    message: '补助上限是指南允许的最高额，实际立项金额通常更低',
    fix: '',
  }),
  'accepted-below-lost': (said) => ({
    message: `按验收数，条件${said('clauses')}不再符合，补助全部取消，剩余资金不再拨付`,
    fix: '',
  }),
  'accepted-below-open': (said) => ({
    message: `按验收数，条件${said('clauses')}不再符合，由主管部门决定：同意的，按重算的总额拨付剩余资金；不同意的，不再拨付`,
    fix: '',
  }),
};
