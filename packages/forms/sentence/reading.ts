import { orNearest, type SentenceTable } from '@fuchi/policy/sentence/sentence-table';

/** Faults of a filling that came from outside, as a file or over the interface. */
export const READING: SentenceTable = {
  'not-a-map': () => ({ message: '这里应当是“名称: 值”', fix: '写成一个对象' }),
  'not-a-text': () => ({ message: '这里应当是文字或数', fix: '写成一段文字' }),
  'number-inexact': () => ({
    message: '这个数位数太多，读进来会丢失',
    fix: '加上引号，写成文字',
  }),
  'text-unreadable': () => ({
    message: '里面有不能显示的控制字符',
    fix: '删去这些字符，或者重新输入这一项',
  }),
  'text-too-long': (said) => ({
    message: `有${said('count')}个字符，最多${said('most')}个`,
    fix: '缩短；详细情况写在申报材料里',
  }),
  'name-unknown': (said) => ({
    message: `这张表没有“${said('name')}”`,
    fix: orNearest(said('nearest'), '照表上印的名称写'),
  }),
  'other-form': (said) => ({
    message: `填的是申报表“${said('given')}”，这里是“${said('form')}”`,
    fix: '选用对应的申报表',
  }),
  'kind-unknown': (said) => ({
    message: `没有“${said('name')}”这一类`,
    fix: orNearest(
      said('nearest'),
      said('words') === '' ? '这张表不分类' : `只能是：${said('words')}`,
    ),
  }),
  'target-twice': (said) => ({
    message: `指标“${said('name')}”写了两次`,
    fix: '只留一个',
  }),
  'row-not-repeated': (said) => ({
    message: `这一行只填一个目标，写了${said('count')}个`,
    fix: '只留一个，其余写在个性指标里',
  }),
  'too-many-rows': (said) => ({
    message: `写了${said('count')}行，最多${said('most')}行`,
    fix: '合并或删去一些',
  }),
  'too-many-years': (said) => ({
    message: `分年目标超过${said('most')}年`,
    fix: '只写项目实施的年份',
  }),
  'not-a-year': (said) => ({
    message: `“${said('given')}”不是年份`,
    fix: '写成“2022”这样的四位数',
  }),
  'part-without-place': (said) => ({
    message: `这一行没有地方填“${said('given')}”`,
    fix: '删去它；表上没有印的内容写在个性指标里',
  }),
  'address-unknown': (said) => ({
    message: `这张表没有“${said('address')}”这一格`,
    fix: '请重新下载表格再填',
  }),
  'tick-unknown': (said) => ({
    message: `“${said('given')}”看不出选还是没选`,
    fix: '选的写“√”，没有选的空着',
  }),
};
