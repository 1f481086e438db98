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
  'form-grouping-idle': (said) => ({
    message: `写了分类“${said('name')}”，指标却没有按它分`,
    fix: '指标按类别分开写，否则删去“分类”',
  }),
  'form-scope-not-printed': (said) => ({
    message: `“${said('common')}”里没有印口径“${said('scope')}”`,
    fix: '“口径”照“共性”一栏印的字写；没有印的不写',
  }),
  'form-scope-facts': (said) => ({
    message: `这张表的数是“${said('scope')}”，指标“${said('name')}”却写了申报事实`,
    fix: '申报事实只是申报单位自己的数，删去“事实”',
  }),
  'indicator-twice': (said) => ({
    message: `指标“${said('name')}”写了两次`,
    fix: '删去一行；表上确实有两行的，各加一个“名”区别',
  }),
  'unit-not-printed': (said) => ({
    message: `指标“${said('label')}”里没有印单位“${said('unit')}”`,
    fix: '照表上的括号写单位；没有印单位的不写',
  }),
  'unit-not-said': (said) => ({
    message: `指标“${said('label')}”没有写单位`,
    fix: '照表上的括号写“单位”；表上没有印的写“自填单位: 是”',
  }),
  'unit-of-kind': (said) => ({
    message: `类型“${said('kind')}”的单位写成了“${said('unit')}”`,
    fix: '比例的单位是“%”，金额是元、万元或亿元；其他单位用类型“数量”',
  }),
  'measure-twice': (said) => ({
    message: `“任选”里的“${said('name')}”写了两次`,
    fix: '删去一个，或者改正“名”或“单位”',
  }),
  'measure-not-printed': (said) => ({
    message: `指标“${said('label')}”里没有印“${said('name')}”`,
    fix: '“任选”里的“名”照指标上的字写',
  }),
  'only-for-not-printed': (said) => ({
    message: `指标“${said('label')}”里没有印“${said('name')}”`,
    fix: '“限于”照指标上的字写；指标没有印只对谁的，不写“限于”',
  }),
  'part-not-said': (said) => ({
    message: `“${said('label')}”印着“其中”，没有写是哪一个指标的一部分`,
    fix: '写上“其中: …”，后面是那个指标的名称',
  }),
  'least-not-said': (said) => ({
    message: `指标印着“${said('printed')}”，没有写“不少于”`,
    fix: '写上“不少于: …”，后面是 figures.yaml 里那个数的名称',
  }),
  'least-not-printed': (said) => ({
    message: `“${said('name')}”是${said('value')}，指标“${said('label')}”印的不是这个数`,
    fix: '核对 figures.yaml 里的数和所印的“不少于…”',
  }),
  'indicator-range': (said) => ({
    message: `范围“${said('written')}”读不懂，或者大的写在了前面`,
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
    fix: '补上这一类问的申报事实；确实没有同一个数的，写“事实除外”',
  }),
  'unknown-form-line': (said) => ({
    message: `用这张表的项目类别里没有“${said('name')}”`,
    fix: orNearest(said('nearest'), '写用这张表的项目类别的编号'),
  }),
  'form-fact-excepted': (said) => ({
    message: `指标“${said('name')}”的“事实除外”写了“${said('line')}”，用不上`,
    fix: '这一类问到了所写的申报事实，或者没有写“事实”：删去“事实除外”里的它',
  }),
};
