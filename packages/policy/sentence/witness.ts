import type { SentenceTable } from './sentence-table.ts';

const BOTH = '核对“说”和式子，改正写错的一处';

/** Faults that show when an expression is held against the sentence beside it, or the parts against each other. */
export const WITNESS: SentenceTable = {
  'says-other-figure': (said) => ({
    message:
      said('name') === ''
        ? `式子里是“${said('written')}”，“说”里是“${said('said')}”`
        : `式子用的“${said('name')}”是“${said('written')}”，“说”里是“${said('said')}”`,
    fix: BOTH,
  }),
  'says-figure-missing': (said) => ({
    message: `“说”里有“${said('written')}”，式子里没有`,
    fix: `补进式子，或者从“说”里删去`,
  }),
  'says-other-side': (said) => ({
    message: `“说”里是“${said('phrase')}”，式子用的是“${said('op')}”`,
    fix: `是不是“${said('meant')}”？`,
  }),
  'says-tax': (said) => ({
    message:
      said('said') === '未写明'
        ? `文字里写明指南没有写是否含税，${said('given') === '' ? '却没有写“税”' : `“税”却是“${said('given')}”`}`
        : `文字里是“${said('said')}”，${said('given') === '' ? '却没有写“税”' : `“税”却是“${said('given')}”`}`,
    fix: `写上“税: ${said('said')}”，或者改正文字`,
  }),
  'paper-elsewhere': (said) => ({
    message: `材料“${said('name')}”写的是条款“${said('clause')}”，讲到它的却是“${said('meant')}”`,
    fix: `是不是“${said('meant')}”？`,
  }),
  'says-open-word': (said) => ({
    message: `“${said('word')}”含不含本数有两种理解，式子没有写按哪一个`,
    fix: `在“${said('op')}”后面写上条文理解，例如“${said('op')}[G1]”`,
  }),
  'says-strength': (said) => ({
    message:
      said('strength') === said('word')
        ? `强度是“${said('strength')}”，“说”里没有这个词`
        : `“说”里有“${said('word')}”，强度却是“${said('strength')}”`,
    fix:
      said('strength') === said('word')
        ? `核对：“说”里补上“${said('word')}”，或者删去“强度”`
        : `写上“强度: ${said('word')}”，或者改正“说”`,
  }),
  'says-seldom': (said) => ({
    message: `“说”里是“${said('word')}……”，但这个条件对谁都适用`,
    fix: '核对“适用”：默认理解下应当对谁都不适用',
  }),
  'applies-to-nobody': () => ({
    message: '按默认理解，这个条件对谁都不适用，“说”里没有讲',
    fix: '核对“适用”；确实如此的，“说”里写明“只在批次……时适用”',
  }),
  'says-exempt': (said) => ({
    message: `“说”里是“${said('word')}”，但没有写对谁不适用`,
    fix: '补上“适用: …”',
  }),
  'says-not': (said) => ({
    message: `“说”与式子一正一反：事实是“${said('fact')}”`,
    fix: '核对要不要写“not(…)”',
  }),
  'says-not-equal': () => ({
    message: '式子里有“!=”，“说”里没有“不”“没有”',
    fix: '是不是“=”？不是的，改正“说”',
  }),
  'says-other-fact': (said) => ({
    message: `“说”里讲的不像是“${said('fact')}”`,
    fix: `是不是“${said('nearest')}”？`,
  }),
  'fact-of-other-line': (said) => ({
    message: `“${said('fact')}”是项目类别“${said('owner')}”独有的申报事实，“${said('line')}”不能用`,
    fix: '核对名称；两类都要用的移到 facts.yaml',
  }),
  'seldom-but-asked': (said) => ({
    message: `“${said('fact')}”写明“只有申报批次……才需要填写”，但默认理解就要用它`,
    fix: '核对“if default(…) then … else …”的先后，或者改“说”',
  }),
  'asked-of-nobody': (said) => ({
    message: `按默认理解，没有条件和补助用到“${said('fact')}”`,
    fix: '核对“if default(…) then … else …”的先后；确实如此的，“说”里写明“只有申报批次……时才需要填写”',
  }),
  'clause-gap': (said) => ({
    message: `“${said('clause')}”前面缺少“${said('missing')}”`,
    fix: '补上漏写的一条，或者改正编号',
  }),
  'unknown-clause': (said) => ({
    message: `本类没有条款“${said('clause')}”`,
    fix: '核对编号；括号用半角，例如“2(1)①”',
  }),
  'says-other-word': (said) => ({
    message: `条文理解“${said('id')}”讲的不是“${said('word')}”`,
    fix: '核对编号，换成讲这个词的条文理解',
  }),
  'rule-turned': () => ({
    message: '式子与“说”不符：大小反了，先后反了，或者漏了“等于”',
    fix: '核对两边的名称，用“<=”或“>=”',
  }),
  'clause-form': (said) => ({
    message: `条款“${said('written')}”的写法不对`,
    fix: '节号用全角括号，节内编号用半角括号，例如“一（二）2(3)①”',
  }),
  'section-differs': (said) => ({
    message: `“${said('line')}”写的条款是“${said('given')}”，guide.yaml 把它列在“${said('item')}”`,
    fix: '改成一致，括号用全角',
  }),
  'part-twice': () => ({
    message: '式子里同样的内容写了两次',
    fix: '其中一处大概应当是别的，改正或者删去',
  }),
  'clause-twice': (said) => ({
    message: `条款“${said('clause')}”用在两件不同的事上`,
    fix: '申报主体、补助、数量和条件各有自己的条款，核对编号',
  }),
  'stage-elsewhere': (said) => ({
    message: `拨付写在条款“${said('clause')}”，补助写在条款“${said('amount')}”`,
    fix: '改成同一个条款',
  }),
  'same-sentence': (said) => ({
    message: `“${said('line')}”有一条“说”完全相同，式子却不一样`,
    fix: '核对两处的式子；意思确实不同的，改写“说”',
  }),
  'reading-not-named': (said) => ({
    message: `没有一处写明依据条文理解“${said('id')}”`,
    fix: `在有关条件的“理解”里写上“${said('id')}”，否则从 readings.yaml 删去`,
  }),
  'reading-elsewhere': (said) => ({
    message: `条文理解“${said('id')}”讲的是条款“${said('own')}”，不是“${said('clause')}”`,
    fix: '核对编号；确实有关的，在 readings.yaml 的“条款”里补上',
  }),
  'reading-of-words': (said) => ({
    message: `“说”里有“${said('word')}”，没有写条文理解“${said('id')}”`,
    fix: `在“理解”里补上“${said('id')}”`,
  }),
  'amount-below-zero': (said) => ({
    message: `步骤“${said('step')}”可能算出负数`,
    fix: '核对加减号和“min”“max”；不低于零的写“max(0元, …)”',
  }),
  'cap-not-applied': (said) => ({
    message: `步骤“${said('step')}”可能超过封顶${said('cap')}`,
    fix: '最后一步写成“min(…, 封顶)”',
  }),
  'cap-out-of-reach': (said) => ({
    message: `步骤“${said('step')}”最多${said('most')}，到不了封顶${said('cap')}`,
    fix: '核对封顶和式子里的限额',
  }),
  'stages-differ-from-cap': (said) => ({
    message: `各批次的最高额加起来是${said('sum')}，封顶是${said('cap')}`,
    fix: '核对各批次的金额和封顶',
  }),
  'never-holds-otherwise': (said) => ({
    message: `条文理解“${said('id')}”取另解时，条件“${said('clause')}”永远不会成立`,
    fix: '核对“and”“or”“not”',
  }),
  'reading-without-effect': (said) => ({
    message: `条文理解“${said('id')}”取哪一个，条件“${said('clause')}”都一样`,
    fix: `核对“and”“or”和“default(${said('id')})”的位置`,
  }),
};
