import type { ClockKind } from '@fuchi/record-round/contract';
import type { Role } from '@fuchi/workflow/role';

/** Somewhere a role often goes from its first page. */
export interface Shortcut {
  readonly to: string;
  readonly name: string;
  /** What for, in a few words. */
  readonly says: string;
}

/** What the first page of a role holds beside what the server gathers for it. */
export interface FirstPage {
  /** What this role does here, in one sentence. */
  readonly lead: string;
  /** Stands where nothing waits: says so, and what will come. */
  readonly nothing: string;
  /** Which clocks of the open rounds concern it; none for who works on no application. */
  readonly clocks: readonly ClockKind[];
  readonly shortcuts: readonly Shortcut[];
  /** What this page will show in later steps of a round. */
  readonly later: readonly string[];
}

/** The first page of a role. @example firstPageOf('expert').later */
export function firstPageOf(role: Role): FirstPage {
  return FIRST_PAGES[role];
}

const APPLICANT_CLOCKS: readonly ClockKind[] = ['opening', 'applicant'];
const RECOMMENDER_CLOCKS: readonly ClockKind[] = ['applicant', 'county', 'city'];
const ALL_CLOCKS: readonly ClockKind[] = ['opening', 'applicant', 'county', 'city'];

const match: Shortcut = { to: '/', name: '测一测', says: '符合哪些项目类别，还差什么' };
const guide: Shortcut = { to: '/guide', name: '看指南', says: '各项目类别的条件和补助' };
const forms: Shortcut = {
  to: '/forms',
  name: '绩效目标申报表',
  says: '先看要填什么，可以打印空表',
};
const readings: Shortcut = {
  to: '/guide/readings',
  name: '条文理解',
  says: '指南有歧义的地方按哪种理解',
};
const quotas: Shortcut = {
  to: '/guide/quotas',
  name: '支持数量',
  says: '各项目类别最多支持多少个',
};
const ownLists: Shortcut = {
  to: '/registers/own',
  name: '名单上的本单位',
  says: '名单上已有的，不用再交证明',
};
const lists: Shortcut = { to: '/registers', name: '名单', says: '一家单位在哪些名单上' };
const checkLists: Shortcut = {
  to: '/registers/check',
  name: '查一家单位',
  says: '规上、认定、失信、以前的项目一次查清',
};
const registrations: Shortcut = {
  to: '/registrations',
  name: '企业注册',
  says: '审核本地单位的注册和接管',
};
const changes: Shortcut = {
  to: '/unit-changes',
  name: '单位变更',
  says: '本地单位更名、并入其他单位',
};
const trail: Shortcut = { to: '/trail', name: '操作记录', says: '谁在什么时候办了什么' };
const account: Shortcut = { to: '/account', name: '我的账号', says: '密码、两步验证、登录的设备' };
const standIn: Shortcut = { to: '/account', name: '外出代办', says: '外出期间请同事代办' };

const FIRST_PAGES: Readonly<Record<Role, FirstPage>> = {
  'applicant-admin': {
    lead: '管理本单位的信息和人员；申报由填报人填写、提交人提交。',
    nothing: '没有要您办的事。申报被退回修改、有单位申请并入时，会出现在这里。',
    clocks: APPLICANT_CLOCKS,
    shortcuts: [
      { to: '/applications', name: '我的申报', says: '开始申报，看每项办到哪一步' },
      { to: '/people', name: '本单位人员', says: '请填报人和提交人加入，移交管理员' },
      ownLists,
      match,
    ],
    later: [],
  },
  filler: {
    lead: '填写本单位的申报，填好后交提交人核对提交。',
    nothing: '没有要您办的事。申报有要补的内容、被退回修改时，会出现在这里。',
    clocks: APPLICANT_CLOCKS,
    shortcuts: [
      { to: '/applications', name: '我的申报', says: '填写申报，随填随存' },
      match,
      forms,
      ownLists,
    ],
    later: [],
  },
  submitter: {
    lead: '核对本单位填好的申报，在截止时间前提交。',
    nothing: '没有要您办的事。申报填好等您提交时，会出现在这里。',
    clocks: APPLICANT_CLOCKS,
    shortcuts: [
      { to: '/applications', name: '我的申报', says: '核对填好的申报，按时提交' },
      guide,
      ownLists,
      standIn,
    ],
    later: [],
  },
  'recommender-handler': {
    lead: '审核本地单位的注册，初审申报，按时限推荐上报。',
    nothing: '没有待办。本地单位申请注册、提交申报以后，会出现在这里。',
    clocks: RECOMMENDER_CLOCKS,
    shortcuts: [registrations, changes, checkLists, readings, standIn],
    later: ['申报单位提交以后：待初审、待现场核查的申报', '上报之前：推荐汇总表和排序'],
  },
  'recommender-lead': {
    lead: '审定本单位的推荐意见，按时限上报。',
    nothing: '没有待办。经办人送签以后，会出现在这里。',
    clocks: RECOMMENDER_CLOCKS,
    shortcuts: [
      registrations,
      changes,
      { to: '/people', name: '本单位人员', says: '给本单位的人安排岗位' },
      checkLists,
      standIn,
    ],
    later: ['经办人初审以后：待审定的推荐意见和汇总表'],
  },
  planning: {
    lead: '设置申报批次，掌握从指南到拨付的全过程。',
    nothing: '没有待办。批次有要定的事、各地上报以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [lists, checkLists, quotas, readings, standIn],
    later: ['各地上报以后：形式审查、专家抽取、遴选和公示'],
  },
  'line-officer': {
    lead: '办理所管项目类别的申报。',
    nothing: '没有待办。所管项目类别的申报上报以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [checkLists, readings, quotas, standIn],
    later: ['各地上报以后：所管项目类别的形式审查', '立项以后：项目变更和验收审核'],
  },
  'office-head': {
    lead: '签批本处室的事项，掌握所管项目类别的进度。',
    nothing: '没有待签的事项。经办人送签以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [checkLists, readings, quotas, standIn],
    later: ['各地上报以后：所管项目类别的进度和待签意见'],
  },
  leader: {
    lead: '签批分管的事项，掌握全部项目类别的进度。',
    nothing: '没有待签的事项。处室送签以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [quotas, guide, checkLists, standIn],
    later: ['遴选以后：拟支持名单的集体决策', '全过程：各项目类别的数量、金额和进度'],
  },
  'finance-officer': {
    lead: '核对预算，办理指标下达和拨付。',
    nothing: '没有待办。需要财政会签的事项送来以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [quotas, checkLists, guide, standIn],
    later: ['遴选以后：预算核对', '立项以后：指标下达、拨付和回单', '项目结束以后：重点绩效评价'],
  },
  'finance-head': {
    lead: '会签资金事项，掌握下达和拨付进度。',
    nothing: '没有待签的事项。财政经办人送签以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [quotas, guide, checkLists, standIn],
    later: ['遴选以后：待会签的资金安排', '立项以后：指标下达和拨付的进度'],
  },
  expert: {
    lead: '评审随机抽取到您的申报；现在还没有到专家评审这一步。',
    nothing: '没有评审任务。抽取到您以后，会出现在这里。',
    clocks: [],
    shortcuts: [
      { ...guide, says: '评审所依据的条件和补助' },
      { ...readings, says: '有歧义的条文按哪种理解评' },
      account,
    ],
    later: ['抽取以后：先声明有没有要回避的关系', '评审期间：抽取到的申报和评分表，互相看不到分数'],
  },
  auditor: {
    lead: '查阅专项资金的办理过程和操作记录，只看不改。',
    nothing: '没有待办。审计人员只查阅，不办理事项。',
    clocks: ALL_CLOCKS,
    shortcuts: [trail, checkLists, quotas, guide],
    later: ['申报提交以后：申报材料和每一步的意见', '拨付以后：指标文件、凭证和回单'],
  },
  'system-admin': {
    lead: '管理单位、人员和岗位；不接触申报，也看不到操作记录。',
    nothing: '没有待办。有人申请关联统一身份认证时，会出现在这里。',
    clocks: [],
    shortcuts: [
      { to: '/accounts', name: '单位与账号', says: '单位、人员、岗位，停用和恢复' },
      { to: '/accounts/new', name: '新建单位', says: '处室、推荐单位、财政部门' },
      { to: '/accounts/import', name: '导入推荐单位', says: '一张表建好各市县的推荐单位' },
      { to: '/accounts/sign-on', name: '统一认证申请', says: '核实本人以后关联账号' },
    ],
    later: [],
  },
  'security-admin': {
    lead: '处置登录异常，管理登录和两步验证；不接触申报。',
    nothing: '没有待办。登录失败和锁定的账号在“登录安全”里查看、处置。',
    clocks: [],
    shortcuts: [
      { to: '/accounts/security', name: '登录安全', says: '登录失败、在线的人、重置两步验证' },
      account,
    ],
    later: [],
  },
  'audit-admin': {
    lead: '保管操作记录：查阅、封存、核对有没有被改动；不接触申报。',
    nothing: '没有待办。封存和核对在“每日封存”里办。',
    clocks: [],
    shortcuts: [
      trail,
      { to: '/trail/seals', name: '每日封存', says: '导出摘要，核对有没有被改动' },
      account,
    ],
    later: [],
  },
};
