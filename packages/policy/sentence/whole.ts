import { orNearest, type SentenceTable } from './sentence-table.ts';

/** Faults that show when the parts of a guide are seen together. */
export const WHOLE: SentenceTable = {
  'bad-name': (said) => ({
    message: `“${said('name')}”不能作名称`,
    fix: '名称由汉字、字母、数字、下划线组成，不以数字开头',
  }),
  'year-in-name': (said) => ({
    message: `名称“${said('name')}”里有年份`,
    fix: '年份写成明细的一列或日期，名称里不写',
  }),
  'name-taken': (said) => ({
    message: `名称“${said('name')}”已经用过`,
    fix: '换一个名称',
  }),
  'fact-twice': (said) => ({
    message: `申报事实“${said('fact')}”在 ${said('where')} 里已经写过`,
    fix: '两类以上共用的写进 facts.yaml，只写一次；意思不同的换一个名称',
  }),
  'unused-fact': (said) => ({
    message: `申报事实“${said('fact')}”没有用在任何地方`,
    fix: '用在条件、补助、材料或互洽里，否则删去',
  }),
  'unknown-period': (said) => ({
    message: `“所属期”里没有“${said('name')}”这个数或期间`,
    fix: orNearest(said('nearest'), '在 figures.yaml 或 calendars.yaml 里先写上它'),
  }),
  'unknown-clause': (said) => ({
    message: `指南没有条款“${said('clause')}”`,
    fix: orNearest(said('nearest'), '写“前言”或指南的条款号，例如“一（二）2(3)”'),
  }),
  'unused-figure': (said) => ({
    message: `“${said('name')}”没有用在任何地方`,
    fix: '用在条件或补助里，否则删去',
  }),
  'unused-step': (said) => ({
    message: `步骤“${said('name')}”没有用在后面的步骤里`,
    fix: '用在后面的步骤或拨付里，否则删去',
  }),
  'derived-from-itself': (said) => ({
    message: `“${said('fact')}”的“得自”绕回了它自己`,
    fix: '删去其中一个“得自”',
  }),
  'derived-too-far': (said) => ({
    message: `“${said('fact')}”的“得自”一环接一环，超过${said('limit')}环`,
    fix: '删去中间的“得自”，直接从填报的事实算起',
  }),
  'count-without-unit': (said) => ({
    message: `数量“${said('fact')}”没有单位`,
    fix: '补上“单位: …”',
  }),
  'range-without-number': (said) => ({
    message: `“${said('fact')}”不是数，不能有“范围”`,
    fix: '删去“范围”',
  }),
  'bad-range': (said) => ({
    message: `“${said('written')}”不是可用的范围`,
    fix: '写成“下限..上限”，例如“0%..100%”；一端不限的留空',
  }),
  'amount-without-tax': (said) => ({
    message: `“${said('fact')}”没有写明是否含税`,
    fix: `定义写的是${said('tax')}，补上“税: ${said('tax')}”`,
  }),
  'tax-differs': (said) => ({
    message: `“${said('fact')}”写的是${said('given')}，定义写的是${said('tax')}`,
    fix: '改成一致',
  }),
  'definition-out-of-scope': (said) => ({
    message: `定义“${said('definition')}”不适用于项目类别“${said('line')}”，但那里的“${said('fact')}”用了它`,
    fix: `在定义的“适用”里加上“${said('line')}”，或者换一个定义`,
  }),
  'opinion-options': (said) => ({
    message: `“${said('name')}”不能作主管部门意见`,
    fix: '意见是选项，其中要有“同意”和“不同意”',
  }),
  'reading-not-switched': (said) => ({
    message: `条文理解“${said('id')}”记为“数据”，但没有式子用它`,
    fix: `用“default(${said('id')})”或“>=[${said('id')}]”，否则改为“存: 文字”`,
  }),
  'reading-is-data': (said) => ({
    message: `条文理解“${said('id')}”记为“文字”，但有式子用它`,
    fix: '改为“存: 数据”',
  }),
  'subsidy-not-money': (said) => ({
    message: `最后一步“${said('step')}”得出的不是金额`,
    fix: '补助的最后一步要得出金额',
  }),
  'stages-not-whole': () => ({
    message: '各批次的比例加起来不是100%',
    fix: '核对各批次的比例；有“余额”的，其余批次之和要小于100%',
  }),
  'balance-not-last': () => ({ message: '“余额”不在最后一批', fix: '把“余额”放在最后一批' }),
  'stages-over-cap': (said) => ({
    message: `各批次的金额加起来超过封顶${said('cap')}`,
    fix: '核对各批次的金额和封顶',
  }),
  'bad-quota': (said) => ({
    message: `“${said('written')}”不是可用的数量`,
    fix: '写成“30个”“30家”或“30项”',
  }),
  'unknown-quota': (said) => ({
    message: `没有合计数量“${said('name')}”`,
    fix: orNearest(said('nearest'), '在 quotas.yaml 里先写上它'),
  }),
  'quota-not-joined': (said) => ({
    message: `项目类别“${said('line')}”没有写明属于合计数量“${said('quota')}”`,
    fix: `在它的“数量”里补上“合计: ${said('quota')}”，或者从这里删去`,
  }),
  'quota-part-missing': (said) => ({
    message: `合计数量“${said('quota')}”由各分项相加，但“${said('line')}”没有写分项数量`,
    fix: '在它的“数量”里补上“不超过”',
  }),
  'quota-parts-differ': (said) => ({
    message: `合计数量“${said('quota')}”为${said('whole')}，各分项加起来是${said('sum')}`,
    fix: '核对合计和各分项；不要求相加相等的，改为“各分项之和: 否”',
  }),
  'unknown-grouping': (said) => ({
    message: `“${said('name')}”不是选项或多选的事实，不能用来分组`,
    fix: orNearest(said('nearest'), '“领域事实”写一个类型为“选项”或“多选”的事实'),
  }),
  'group-over-quota': (said) => ({
    message: `分组“${said('group')}”的数量超过全部${said('whole')}`,
    fix: '核对分组数量',
  }),
  'groups-over-quota': (said) => ({
    message: `各分组的“不少于”加起来是${said('sum')}，超过全部${said('whole')}`,
    fix: '核对各分组的“不少于”',
  }),
  'table-not-ascending': (said) => ({
    message: `“${said('written')}”不晚于上一行的日期`,
    fix: '按公布日期从早到晚排列，一天只写一行',
  }),
  'bad-regions': (said) => ({
    message: `行政区划数据有误（${said('reason')}）`,
    fix: '核对 reference/regions.yaml',
  }),
  'never-holds': (said) => ({
    message: `条件“${said('clause')}”永远不会成立`,
    fix: '核对数字、单位和比较的方向',
  }),
  'always-holds': (said) => ({
    message: `条件“${said('clause')}”永远成立，等于没有条件`,
    fix: '核对数字、单位和比较的方向，否则删去',
  }),
  'never-together': (said) => ({
    message: `条件“${said('clause')}”与前面的条件不能同时成立`,
    fix: '核对这几个条件的数字、日期和选项',
  }),
  'case-differs': (said) => ({
    message: `“${said('line')}”的例“${said('case')}”：${said('says')}`,
    fix: '核对指南里用到的条件、式子和数；指南没有写错的，改正这个例',
  }),
};
