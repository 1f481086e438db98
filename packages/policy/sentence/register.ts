import { orNearest, type SentenceTable } from './sentence-table.ts';

/** Faults of the lists that settle facts (registers.yaml). */
export const REGISTER: SentenceTable = {
  'register-id': (said) => ({
    message: `名单的编号“${said('id')}”写法不对`,
    fix: '用小写英文，词之间用“-”，例如 above-scale',
  }),
  'register-roles': (said) => ({
    message: `“${said('register')}”要有一列、且只有一列的类型是“${said('role')}”`,
    fix: `写上这一列，或者删去多余的；单位靠这一列认出`,
  }),
  'register-validity': (said) => ({
    message: `有效期“${said('written')}”写法不对`,
    fix: '写成天数，例如“90天”；一直有效的不写',
  }),
  'settled-one-way': (said) => ({
    message: `“${said('fact')}”怎么得出没有写清`,
    fix: '写“值”（一个式子），或者写“取列”（可以加“于”），只写一种',
  }),
  'settled-twice': (said) => ({
    message: `“${said('fact')}”在“${said('where')}”里已经得出`,
    fix: '一个申报事实只由一个名单得出，删去一处',
  }),
  'settled-kind': (said) => ({
    message: `“${said('fact')}”是${said('kind')}，不能由名单得出`,
    fix: '明细和多选要逐项填报，从“得出”里删去它',
  }),
  'settled-year': (said) => ({
    message:
      said('yearly') === '是'
        ? `“${said('register')}”逐年一份，“${said('fact')}”没有写看哪一年`
        : `“${said('register')}”不是逐年的名单，“${said('fact')}”却写了年度`,
    fix:
      said('yearly') === '是'
        ? '写上“年度: 指南年度”，或者 figures.yaml、calendars.yaml 里一个年度的名称'
        : '删去“年度”，或者给名单写上“逐年: 是”',
  }),
  'settled-one-sided': (said) => ({
    message: `“${said('fact')}”的例太少，看不出式子对不对`,
    fix: '至少写两个结果不同的例：在名单上的，和不在名单上的',
  }),
  'settled-otherwise': (said) => ({
    message: `例写的是“${said('gives')}”，“${said('fact')}”算出来是“${said('found')}”`,
    fix: '核对式子、列和例',
  }),
  'unknown-paper': (said) => ({
    message: `没有项目类别要交“${said('name')}”`,
    fix: orNearest(said('nearest'), '照项目类别“材料”里的名称写'),
  }),
};
