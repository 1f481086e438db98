/** What an application asks besides the facts, in the order in which official forms have it. */
export const ASKED = {
  unit: [
    '单位类型',
    '法定代表人',
    '注册地址',
    '通讯地址',
    '成立日期',
    '注册资本',
    '职工人数',
    '研发人员数',
    '资产总额',
    '上年营业收入',
    '上年利润总额',
    '上年实缴税金',
    '开户银行',
    '银行账号',
    '联系人',
    '联系电话',
    '手机',
    '电子邮箱',
    '单位简介',
  ],
  project: [
    '项目负责人',
    '负责人电话',
    '项目地址',
    '起始日期',
    '完成日期',
    '总投资',
    '自筹资金',
    '银行贷款',
    '其他资金',
    '建设内容',
    '项目简介',
  ],
  participant: ['单位名称', '统一社会信用代码', '角色', '份额', '任务分工', '联系人', '联系电话'],
  audit: [
    '报告类型',
    '年度',
    '会计师事务所',
    '综合评价等级',
    '报告文号',
    '报告日期',
    '报备验证码',
    '注册会计师',
    '审计意见',
    '审定金额',
  ],
} as const;

/** Of `unit`, what a year's accounts say: another year's would be wrong. */
export const OF_A_YEAR: readonly string[] = [
  '职工人数',
  '研发人员数',
  '资产总额',
  '上年营业收入',
  '上年利润总额',
  '上年实缴税金',
];

/** Two fields of `project/` that the application itself keeps too: what it is called, and who is to recommend it. */
export const TITLE = '名称';
export const RECOMMENDER = '推荐单位';
/** Of `project/` too: what the applicant itself has in a project it shares with others. */
export const OWN_SHARE = '本单位份额';
export const LONGEST_TITLE = 200;

/** Whether the application asks something of this name in one of its parts. @example isAsked('unit', '手机') // true */
export function isAsked(part: keyof typeof ASKED, name: string): boolean {
  const names: readonly string[] = ASKED[part];
  return names.includes(name) || (part === 'project' && BESIDE.includes(name));
}

const BESIDE: readonly string[] = [TITLE, RECOMMENDER, OWN_SHARE];
