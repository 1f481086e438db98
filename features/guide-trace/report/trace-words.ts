import type { Place } from '@fuchi/guide/place';
import { shownClause } from '../clause-path.ts';
import type { DataFigure } from '../data/data-figure.ts';
import type { ExposureRow } from '../exposure/exposure.ts';
import type { Finding } from '../finding.ts';
import { SENSE_NAMES } from '../sense.ts';
import type { TextSlip } from '../slips/text-slip.ts';
import type { OccurrenceKind } from '../text/occurrence.ts';

/** What each kind of number is called. */
export const KIND_NAMES: Readonly<Record<OccurrenceKind, string>> = {
  money: '金额',
  ratio: '比例',
  date: '日期',
  period: '期间',
  year: '年度',
  'relative-year': '相对年度',
  duration: '期限',
  count: '数量',
  rank: '等次',
  parts: '批次数',
  bare: '不带单位的数',
  heading: '条款号',
  page: '页码',
  link: '网址',
  reference: '指向别处',
  name: '名称',
  word: '词语',
};

/** Where something of the data stands. @example 'forms/1-8.yaml:26:11' */
export function shownPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Where a figure stands. @example 'lines/merger.yaml:36:17' */
export function placeOf(figure: DataFigure): string {
  return shownPlace(figure);
}

/** One sentence for a finding, without its place. */
export function sentenceOf(finding: Finding): string {
  switch (finding.code) {
    case 'uncarried':
      return `“${finding.occurrence.text}”在数据里没有载明——补进数据；确实不用载明的，在 untraced.yaml 里写明原因`;
    case 'unstated':
      return `${nameOf(finding.figure)}在条款 ${clausesOf(finding.figure)} 的正文里没有——核对数字和条款；有依据的，在 untraced.yaml 里写明原因`;
    case 'doubled':
      return `${nameOf(finding.figure)}与 ${finding.because} 重复——同一个数只写一次，起个名字共用`;
    case 'sense': {
      const { occurrence, figure, use } = finding;
      return `“${occurrence.text}”正文是“${SENSE_NAMES[occurrence.sense]}”，数据 ${placeOf(figure)} 按“${SENSE_NAMES[use.sense]}”用——核对比较的符号和是否含本数`;
    }
    case 'line-without':
      return `“${finding.occurrence.text}”也管 ${finding.line}，但它的数据没有用 ${placeOf(finding.figure)}——补上条件；不适用的，在 untraced.yaml 里写明项目类别和原因`;
    case 'uncovered':
      return finding.empty
        ? `${finding.line} 没有写这一条——补上；不适用的，在 untraced.yaml 里写明项目类别和原因`
        : `“${finding.phrase.text}”在 ${finding.line} 的条件里没有——补上条件，或者在“说”里写全`;
    case 'annex-unsaid':
      return `${finding.annex}印着“${finding.text}”${finding.after === '' ? '' : `（在“${finding.after}”后面）`}，数据里没有——照所印的补上`;
    case 'annex-unprinted':
      return `${finding.part.what}“${finding.part.text}”，${finding.annex}没有印——核对附件，没有的删去`;
    case 'annex-differs':
      return `${finding.annex}印的是“${finding.text}”，数据 ${shownPlace(finding.part.at)} 的${finding.part.what}写的是“${finding.part.text}”——照所印的改`;
    case 'annex-without-data':
      return `正文有${finding.annex}，数据里没有——在 forms/ 下补上这张表`;
    case 'annex-without-text':
      return `数据有${finding.annex}，正文里没有——核对编号，没有的删去`;
    case 'idle-reason':
      return `条款 ${finding.entry.clause.text} 的这条原因没有用到——核对条款和文字，否则删去`;
  }
}

/** One sentence for a slip of the text itself. */
export function slipSentence(slip: TextSlip): string {
  switch (slip.code) {
    case 'doubled-word':
      return `“${slip.other}”连写了两遍`;
    case 'no-unit':
      return `“${slip.text}”后面少了“${slip.other}”`;
    case 'title-differs':
      return `申报表写“${slip.text}”，正文写“${slip.other}”`;
    case 'form-missing':
      return `列了“${slip.text}”，但没有${slip.other}`;
  }
}

/** Why a row of the exposure has no amount. */
export function exposureReason(because: ExposureRow['because']): string {
  switch (because) {
    case '':
      return '';
    case 'no-places':
      return '没有规定支持数量';
    case 'no-ceiling':
      return '没有规定封顶';
    case 'neither':
      return '没有规定支持数量，也没有规定封顶';
    case 'open-ceiling':
      return '其中有的情形不封顶，不能相乘';
  }
}

function nameOf({ name, written }: DataFigure): string {
  return name === '' ? `“${written}”` : `“${name}”（${written}）`;
}

function clausesOf(figure: DataFigure): string {
  return [...figure.clauses].map(shownClause).join('、');
}
