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

const CALCULATOR = '/';
const GUIDE = '/guide';
const QUOTAS = '/guide/quotas';
const READINGS = '/guide/readings';
const FORMS = '/forms';
const ACCOUNT = '/account';

const APPLICANT_CLOCKS: readonly ClockKind[] = ['opening', 'applicant'];
const RECOMMENDER_CLOCKS: readonly ClockKind[] = ['applicant', 'county', 'city'];
const ALL_CLOCKS: readonly ClockKind[] = ['opening', 'applicant', 'county', 'city'];

const match: Shortcut = { to: CALCULATOR, name: '测一测', says: '符合哪些项目类别，还差什么' };
const readGuide: Shortcut = { to: GUIDE, name: '看指南', says: '各项目类别的条件和补助' };
const forms: Shortcut = { to: FORMS, name: '绩效目标申报表', says: '先看要填什么，可以打印空表' };
const readings: Shortcut = { to: READINGS, name: '条文理解', says: '指南有歧义的地方按哪种理解' };
const quotas: Shortcut = { to: QUOTAS, name: '支持数量', says: '各项目类别最多支持多少个' };
const own: Shortcut = { to: ACCOUNT, name: '我的账号', says: '密码、两步验证、登录的设备' };
const standIn: Shortcut = { to: ACCOUNT, name: '外出代办', says: '外出期间请同事代办' };

const FIRST_PAGES: Readonly<Record<Role, FirstPage>> = {
  'applicant-admin': {
    lead: '管理本单位的信息和人员；申报由填报人填写、提交人提交。',
    nothing: '没有要您办的事。申报被退回修改、有人等您开通账号时，会出现在这里。',
    clocks: APPLICANT_CLOCKS,
    shortcuts: [match, readGuide, forms, own],
    later: [],
  },
  filler: {
    lead: '填写本单位的申报，填好后交提交人核对提交。',
    nothing: '没有要您办的事。申报有要补的内容、被退回修改时，会出现在这里。',
    clocks: APPLICANT_CLOCKS,
    shortcuts: [match, readGuide, forms, own],
    later: [],
  },
  submitter: {
    lead: '核对本单位填好的申报，在截止时间前提交。',
    nothing: '没有要您办的事。申报填好等您提交时，会出现在这里。',
    clocks: APPLICANT_CLOCKS,
    shortcuts: [match, readGuide, forms, own],
    later: [],
  },
  'recommender-handler': {
    lead: '审核本地单位的注册，初审申报，按时限推荐上报。',
    nothing: '没有待办。本地单位申请注册、提交申报以后，会出现在这里。',
    clocks: RECOMMENDER_CLOCKS,
    shortcuts: [readGuide, readings, quotas, standIn],
    later: ['申报单位提交以后：待初审、待现场核查的申报', '上报之前：推荐汇总表和排序'],
  },
  'recommender-lead': {
    lead: '审定本单位的推荐意见，按时限上报。',
    nothing: '没有待办。经办人送签以后，会出现在这里。',
    clocks: RECOMMENDER_CLOCKS,
    shortcuts: [readGuide, readings, quotas, standIn],
    later: ['经办人初审以后：待审定的推荐意见和汇总表'],
  },
  planning: {
    lead: '设置申报批次，掌握从指南到拨付的全过程。',
    nothing: '没有待办。批次有要定的事、各地上报以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [readGuide, readings, quotas, standIn],
    later: ['各地上报以后：形式审查、专家抽取、遴选和公示'],
  },
  'line-officer': {
    lead: '办理所管项目类别的申报。',
    nothing: '没有待办。所管项目类别的申报上报以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [readGuide, readings, quotas, standIn],
    later: ['各地上报以后：所管项目类别的形式审查', '立项以后：项目变更和验收审核'],
  },
  'office-head': {
    lead: '签批本处室的事项，掌握所管项目类别的进度。',
    nothing: '没有待签的事项。经办人送签以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [readGuide, readings, quotas, standIn],
    later: ['各地上报以后：所管项目类别的进度和待签意见'],
  },
  leader: {
    lead: '签批分管的事项，掌握全部项目类别的进度。',
    nothing: '没有待签的事项。处室送签以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [readGuide, quotas, standIn],
    later: ['遴选以后：拟支持名单的集体决策', '全过程：各项目类别的数量、金额和进度'],
  },
  'finance-officer': {
    lead: '核对预算，办理指标下达和拨付。',
    nothing: '没有待办。需要财政会签的事项送来以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [quotas, readGuide, standIn],
    later: ['遴选以后：预算核对', '立项以后：指标下达、拨付和回单', '项目结束以后：重点绩效评价'],
  },
  'finance-head': {
    lead: '会签资金事项，掌握下达和拨付进度。',
    nothing: '没有待签的事项。财政经办人送签以后，会出现在这里。',
    clocks: ALL_CLOCKS,
    shortcuts: [quotas, readGuide, standIn],
    later: ['遴选以后：待会签的资金安排', '立项以后：指标下达和拨付的进度'],
  },
  expert: {
    lead: '评审随机抽取到您的申报；现在还没有到专家评审这一步。',
    nothing: '没有评审任务。抽取到您以后，会出现在这里。',
    clocks: [],
    shortcuts: [
      { ...readGuide, says: '评审所依据的条件和补助' },
      { ...readings, says: '有歧义的条文按哪种理解评' },
      own,
    ],
    later: ['抽取以后：先声明有没有要回避的关系', '评审期间：抽取到的申报和评分表，互相看不到分数'],
  },
  auditor: {
    lead: '查阅专项资金的办理记录，只看不改。',
    nothing: '没有待办。审计人员只查阅，不办理事项。',
    clocks: ALL_CLOCKS,
    shortcuts: [readGuide, readings, quotas, own],
    later: ['申报提交以后：申报材料和每一步的意见', '拨付以后：指标文件、凭证和回单'],
  },
  'system-admin': {
    lead: '管理单位、人员和岗位；不接触申报，也看不到操作记录。',
    nothing: '没有待办。有人申请关联统一身份认证时，会出现在这里。',
    clocks: [],
    shortcuts: [own],
    later: [],
  },
  'security-admin': {
    lead: '处置登录异常，管理登录和两步验证；不接触申报。',
    nothing: '没有待办。账号被锁定、登录异常时，会出现在这里。',
    clocks: [],
    shortcuts: [own],
    later: [],
  },
  'audit-admin': {
    lead: '保管操作记录：查阅、封存、核对有没有被改动；不接触申报。',
    nothing: '没有待办。记录没有封存或核对不符时，会出现在这里。',
    clocks: [],
    shortcuts: [own],
    later: [],
  },
};
