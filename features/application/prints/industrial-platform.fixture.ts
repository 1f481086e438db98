import type { Example } from './example.fixture.ts';

/** 示例: a line that asks for a letter. */
export const industrialPlatform: Example = {
  line: 'industrial-platform',
  title: '示例装备行业工业互联网平台',
  organisation: {
    id: '14',
    name: '示例工业互联网（常熟）有限公司',
    creditCode: '91320581MA1SL0009H',
    territory: '320581',
  },
  recommender: '示例常熟市工业和信息化局',
  facts: {
    项目建设运营单位: '是',
    平台认定类别: '重点工业互联网平台',
    平台认定级别: '省级',
    平台认定年份: '2020',
    满足相应的量化指标: '是',
    承诺与信通院云池对接并实时上报: '是',
    已提供云池对接承诺函: '是',
    项目总投入: '1820万元',
    项目完工日期: '2021-11-30',
  },
  settled: {
    验收完成日期: { value: '2022-03-10', source: '项目推荐单位' },
    推荐单位已出具验收意见: { value: '是', source: '项目推荐单位' },
  },
  unit: {},
  project: {},
  participants: [],
  audits: [],
  papers: [],
};
