import { subjectText } from '../words/subject-words.ts';
import type { TrailFault } from './trail-fault.ts';

/** What is wrong and where, in a sentence. */
export function faultText(fault: TrailFault): string {
  switch (fault.code) {
    case 'changed':
      return `${placeText(fault)}：内容被改动，与当时的摘要不符`;
    case 'other-before':
      return `${placeText(fault)}：前一个事件不是当时的那一个（前面的被换过，或摘要被改动）`;
    case 'removed':
      return `${subjectText(fault.subjectKind, fault.subjectId)}：${rangeText(fault.from, fault.to)}不见了`;
    case 'out-of-order':
      return `${placeText(fault)}：排在比它晚的事件后面（顺序被调换，或多出来的）`;
    case 'other-end':
      return `${subjectText(fault.subjectKind, fault.subjectId)}：${endText(fault)}`;
    case 'backdated':
      return `${placeText(fault)}：写的时间是 ${fault.at}，而 ${fault.sealed} 早已封存，是后来补进去的`;
    case 'seal-differs':
      return `${fault.day} 的封存：与当日截止的事件不符（封存时${fault.stated}个，现有${fault.found}个），事件或封存被改动`;
    case 'seal-overspelled':
      return `${fault.day} 的封存：封存时间被改动`;
    case 'seal-other-before':
      return `${fault.day} 的封存：前一天的封存不是当时的那一个`;
    case 'seal-removed':
      return `${fault.from === fault.to ? fault.from : `${fault.from} 至 ${fault.to}`} 的封存不见了`;
    case 'export-differs':
      return fault.there
        ? `${fault.day} 的封存：与导出的摘要不同，当日以前的记录在导出以后被改动过`
        : `${fault.day} 的封存：导出的摘要里有，数据库里没有`;
    case 'digest-unknown':
      return `摘要 ${fault.digest}：不是任何一天的封存，记录在导出以后被改动过`;
    case 'tail-differs':
      return `导出时还没有封存的部分（到第${fault.lastEvent}号事件）：与导出的摘要不同（导出时${fault.stated}个，现有${fault.found}个）`;
  }
}

function placeText({
  subjectKind,
  subjectId,
  number,
  event,
}: {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: number;
  readonly event: string;
}): string {
  return `${subjectText(subjectKind, subjectId)} 第${number}条（第${event}号事件）`;
}

function rangeText(from: number, to: number): string {
  return from === to ? `第${from}条` : `第${from}至${to}条`;
}

function endText({
  stated,
  found,
}: {
  readonly stated: number | null;
  readonly found: number | null;
}): string {
  if (stated === null) return `有${found}条事件，链尾的登记不见了`;
  if (found === null) return `链尾登记着${stated}条事件，一条也没有了`;
  if (stated === found) return `链尾登记的摘要与最后一条（第${found}条）不符`;
  return `链尾登记着${stated}条事件，最后一条却是第${found}条`;
}
