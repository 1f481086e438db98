import { orNearest, type SentenceTable } from './sentence-table.ts';

/** Faults of the performance target forms (forms/). */
export const FORM: SentenceTable = {
  'form-headings': (said) => ({
    message: `“栏目”写了${said('count')}个`,
    fix: '写表头印的四个栏目名：三级指标各一个，最后是指标值一栏',
  }),
  'form-yearly-without': (said) => ({
    message: `“${said('label')}”没有分年的数`,
    fix: '只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
  }),
  'form-repeated': (said) => ({
    message: `“重复”写成了“${said('written')}”`,
    fix: '写表上印了几行，例如“重复: 3”',
  }),
  'form-file-name': (said) => ({
    message: `申报表“${said('id')}”写在文件“${said('file')}.yaml”里`,
    fix: '申报表的编号与文件名要一致',
  }),
  'form-missing': (said) => ({
    message: `项目类别“${said('line')}”用的申报表“${said('form')}”没有写`,
    fix: orNearest(said('nearest'), '在 forms/ 下补上这张表'),
  }),
  'form-unused': (said) => ({
    message: `申报表“${said('form')}”没有项目类别使用`,
    fix: '在用它的项目类别里写“申报表”，否则删去这个文件',
  }),
  'form-without-grouping': (said) => ({
    message: `指标按“${said('name')}”分了类，但没有写怎么选`,
    fix: '加上“分类: { 名: …, 选: 一类 }”或“选: 不限”',
  }),
  'indicator-twice': (said) => ({
    message: `指标“${said('name')}”写了两次`,
    fix: '删去一行；表上确实有两行的，各加一个“名”区别',
  }),
  'unit-not-printed': (said) => ({
    message: `指标“${said('label')}”里没有印单位“${said('unit')}”`,
    fix: '照表上的括号写单位；没有印单位的不写',
  }),
  'indicator-range': (said) => ({
    message: `范围“${said('written')}”读不懂`,
    fix: '写成“0..100”“0..”或“..”，数按所印单位',
  }),
  'unknown-indicator': (said) => ({
    message: `这张表没有指标“${said('name')}”`,
    fix: orNearest(said('nearest'), '写指标名，不带单位'),
  }),
  'unknown-form-kind': (said) => ({
    message: `这张表没有“${said('name')}”这一类`,
    fix: orNearest(said('nearest'), '写表上分类的名称'),
  }),
  'unknown-form-figure': (said) => ({
    message: `figures.yaml 里没有“${said('name')}”这个数`,
    fix: orNearest(said('nearest'), '先在 figures.yaml 里写上它'),
  }),
  'unknown-form-part': (said) => ({
    message: `这张表没有二级指标“${said('name')}”`,
    fix: orNearest(said('nearest'), '照表上的写法写二级指标'),
  }),
  'unknown-form-fact': (said) => ({
    message: `用这张表的项目类别不问“${said('name')}”`,
    fix: orNearest(said('nearest'), '写该项目类别问到的申报事实，否则删去'),
  }),
  'form-fact-not-asked': (said) => ({
    message: `指标“${said('name')}”对应的申报事实，项目类别“${said('line')}”一个也没有问`,
    fix: '补上这一类问的申报事实',
  }),
};
