import { CLOCKS } from '@fuchi/record-round/contract';
import { deadlineText, momentText } from '@fuchi/ui/moment-text';
import { type RoundNames, scopeText } from '../round-names.ts';
import type { RoundFault, RoundFaultCode } from './round-fault.ts';

type Facts = RoundFault['facts'];

/**
 * A fault as whoever sets the round up reads it: what is wrong and what to do.
 * @example faultText(fault, names) // '“县（市）截止”（2022-04-10 17:00）应晚于“申报单位截止”（2022-04-15 17:00）'
 */
export function faultText({ code, facts }: RoundFault, names: RoundNames): string {
  return TEXTS[code](facts, names);
}

const of = (facts: Facts, key: string) => facts[key] ?? '';
const line = (facts: Facts, names: RoundNames) => names.line(of(facts, 'line'));
const unit = (facts: Facts, names: RoundNames) => names.organisation(of(facts, 'organisation'));
const chain = (facts: Facts) => `签批链“${of(facts, 'chain')}”`;

const TEXTS: Readonly<Record<RoundFaultCode, (facts: Facts, names: RoundNames) => string>> = {
  'clock-missing': (facts) => `没有设“${of(facts, 'clock')}”的时间`,
  'clock-twice': (facts, names) =>
    `“${of(facts, 'clock')}”${forWhom(facts, names)}设了两次，请删去一条`,
  'clock-order': (facts, names) =>
    `“${of(facts, 'clock')}”（${moment(facts, 'clock', 'at')}）${of(facts, 'how') === 'later' ? '应晚于' : '不应早于'}“${of(facts, 'than')}”（${moment(facts, 'than', 'thanAt')}）${forWhom(facts, names)}`,
  'clock-unknown-line': (facts) => `指南里没有项目类别 ${of(facts, 'line')}，请删去这条时间`,
  'clock-closed-line': (facts, names) => `“${line(facts, names)}”没有开放，请删去这条时间或开放它`,
  'clock-unknown-place': (facts) => `没有代码为 ${of(facts, 'territory')} 的地区`,
  'deadline-past': () => '申报单位的截止时间都已经过去，请重新设定',
  'no-line-open': () => '没有开放任何项目类别',
  'line-unknown': (facts) => `指南里没有项目类别 ${of(facts, 'line')}`,
  'line-twice': (facts, names) => `“${line(facts, names)}”列了两次`,
  'line-not-applied-for': (facts, names) =>
    `“${line(facts, names)}”的方式是“${of(facts, 'mode')}”，不由单位申报，不能开放`,
  'office-missing': (facts, names) => `“${line(facts, names)}”没有归口处室`,
  'office-gone': (facts, names) => `“${line(facts, names)}”的归口处室已经关闭，请另选`,
  'no-recommender': () => '没有推荐单位，申报无处可报',
  'recommender-gone': (facts, names) =>
    `推荐单位“${unit(facts, names)}”已经关闭，请删去或换上现在的单位`,
  'recommender-twice': (facts, names) => `推荐单位“${unit(facts, names)}”列了两次`,
  'recommender-unknown-place': (facts, names) =>
    `推荐单位“${unit(facts, names)}”的地区代码 ${of(facts, 'territory')} 不在本省`,
  'through-missing': (facts, names) => `“${unit(facts, names)}”经由的单位不在推荐单位名单里`,
  'through-not-direct': (facts, names) =>
    `“${unit(facts, names)}”经由的单位自己也要经由别的单位，只能经由一级`,
  'route-twice': (facts, names) => `报送路径${forWhom(facts, names)}设了两次，请删去一条`,
  'route-unknown-line': (facts) => `指南里没有项目类别 ${of(facts, 'line')}，请删去这条路径`,
  'route-unknown-place': (facts) => `没有代码为 ${of(facts, 'territory')} 的地区`,
  'limit-twice': () => '推荐限额有两条管同一件事，请删去一条',
  'limit-unknown-line': (facts) => `指南里没有项目类别 ${of(facts, 'line')}，请删去这条限额`,
  'limit-unknown-recommender': () => '推荐限额的单位不在推荐单位名单里',
  'call-unknown': (facts) => `指南里没有申报通知条件 ${of(facts, 'id')}`,
  'reading-unknown': (facts) => `条文理解 ${of(facts, 'id')} 不在指南里，或者没有可换的另解`,
  'root-none': () =>
    '接受电子签章，要贴入至少一张认可的根证书（PEM格式，以-----BEGIN CERTIFICATE-----开头）',
  'root-broken': (facts) =>
    `第${of(facts, 'line')}行起的根证书读不出来，请从电子认证机构的网站重新下载，整张贴入`,
  'root-not-certificate': (facts) =>
    `第${of(facts, 'line')}行起的不是证书（${of(facts, 'what')}），请删去；私钥不能贴在这里`,
  'root-not-ca': (facts) =>
    `第${of(facts, 'line')}行起的证书（${of(facts, 'name')}）不是电子认证机构自己的证书，请换成它的根证书`,
  'root-algorithm': (facts) =>
    `第${of(facts, 'line')}行起的根证书（${of(facts, 'name')}）用的算法本平台不能验（如国密SM2），请换成RSA或ECDSA的根证书`,
  'root-twice': (facts) =>
    `第${of(facts, 'line')}行起的根证书（${of(facts, 'name')}）贴了两次，请删去一张`,
  'chain-unknown': (facts) => `没有“${of(facts, 'chain')}”这种签批`,
  'chain-twice': (facts) => `${chain(facts)}设了两次`,
  'chain-too-short': (facts) => `${chain(facts)}至少要有两步：一个人不能定`,
  'chain-no-leader': (facts) => `${chain(facts)}里要有一步由分管领导签`,
  'chain-not-begun-by-planning': (facts) => `${chain(facts)}的第一步应由综合规划处经办人签`,
};

function forWhom(facts: Facts, names: RoundNames): string {
  const [ofLine, territory] = [of(facts, 'line'), of(facts, 'territory')];
  const text = scopeText({ line: ofLine || null, territory: territory || null }, names);
  return text === '' ? '' : `（${text}）`;
}

/** Only what ends can end with a day. */
function moment(facts: Facts, clock: string, at: string): string {
  const ends = of(facts, clock) !== CLOCKS.opening;
  return (ends ? deadlineText : momentText)(of(facts, at));
}
