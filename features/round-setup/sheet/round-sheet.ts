import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import {
  CLOCKS,
  ROUTES,
  type RoundRecommender,
  type RoundSettings,
} from '@fuchi/record-round/contract';
import { CHAIN_COMMANDS, CHAINS, chainOf } from '@fuchi/record-round/contract-chains';
import { readSealRoots } from '@fuchi/record-round/seal-roots';
import { deadlineText, momentText } from '@fuchi/ui/moment-text';
import { ROLES } from '@fuchi/workflow/role';
import { type RoundNames, scopeText } from '../round-names.ts';
import { ELECTRONIC_SEAL, ONE_APPLICATION, PUBLICATION, SAME_PROJECT } from './round-words.ts';

/** What may be changed of a round: all of it is signed. */
export interface RoundContent {
  readonly name: string;
  /** Digest of the guide version. */
  readonly guide: string;
  readonly settings: RoundSettings;
  readonly recommenders: readonly RoundRecommender[];
}

export interface PlainRow {
  readonly section: string;
  readonly label: string;
  readonly value: string;
}

/** A round in words, row by row: what heads and leaders read before they sign, nothing left out. */
export function roundSheet(
  { name, settings, recommenders }: RoundContent,
  guide: CheckedGuide,
  names: RoundNames,
): readonly PlainRow[] {
  return [
    ...section('批次和指南', [
      ['名称', name],
      ['指南', guide.guide.title],
      ['指南版本', `${guide.guide.version}，摘要 ${guide.guide.digest}`],
    ]),
    ...section('开放的项目类别', lineRows(settings, guide, names)),
    ...section('时间', clockRows(settings, names)),
    ...section(
      '推荐单位',
      recommenders.map(({ organisation, territory, through }) => [
        names.organisation(organisation),
        `${names.place(territory)}，${through === null ? '直接报省' : `经${names.organisation(through)}`}`,
      ]),
    ),
    ...section(
      '另定的报送路径',
      settings.routes.map((route) => [scopeText(route, names) || '全部', ROUTES[route.route]]),
    ),
    ...section('推荐限额', limitRows(settings, names)),
    ...section('申报通知条件', callRows(settings, guide)),
    ...section('另解的条文理解', readingRows(settings, guide)),
    ...section('申报规则', [
      ['一个单位申报几个项目', ONE_APPLICATION[settings.oneApplication]],
      ['同一项目重复申报', SAME_PROJECT[settings.sameProject]],
      ...sealRows(settings),
      ...publicationRows(settings),
    ]),
    ...section('签批链', chainRows(settings)),
  ];
}

type Pair = readonly [string, string];

function section(title: string, pairs: readonly Pair[]): PlainRow[] {
  return pairs.map(([label, value]) => ({ section: title, label, value }));
}

function lineRows(
  { lines }: RoundSettings,
  guide: CheckedGuide,
  names: RoundNames,
): readonly Pair[] {
  const sections = new Map(guide.guide.lines.map(({ id, section: of }) => [id, of]));
  return lines
    .filter(({ open }) => open)
    .map(({ line, office }) => [
      `${sections.get(line) ?? ''} ${names.line(line)}`.trim(),
      office === null ? '没有归口处室' : `归口${names.organisation(office)}`,
    ]);
}

function clockRows({ clocks }: RoundSettings, names: RoundNames): readonly Pair[] {
  return clocks.map((clock) => {
    const scope = scopeText(clock, names);
    const text = clock.kind === 'opening' ? momentText : deadlineText;
    return [`${CLOCKS[clock.kind]}${scope === '' ? '' : `（${scope}）`}`, text(clock.at)];
  });
}

function limitRows({ limits }: RoundSettings, names: RoundNames): readonly Pair[] {
  return limits.map(({ recommender, line, most }) => [
    `${recommender === null ? '每个推荐单位' : names.organisation(recommender)}，${line === null ? '各类别合计' : names.line(line)}`,
    `不超过${most}个`,
  ]);
}

function callRows({ call }: RoundSettings, { call: conditions }: CheckedGuide): readonly Pair[] {
  return conditions
    .filter(({ clause }) => call.includes(clause))
    .map(({ clause, says }) => [clause, says]);
}

function readingRows({ otherReadings }: RoundSettings, { guide }: CheckedGuide): readonly Pair[] {
  return guide.readings
    .filter(({ id }) => otherReadings.includes(id))
    .map(({ id, clause, point, other }) => [`${id}（${clause}）${point}`, other]);
}

function sealRows({ electronicSeal }: RoundSettings): readonly Pair[] {
  if (!electronicSeal) return [['电子签章', ELECTRONIC_SEAL.no]];
  const { roots } = readSealRoots(electronicSeal.roots);
  return [
    ['电子签章', ELECTRONIC_SEAL.yes],
    // By the fingerprint's beginning: an authority may have two roots of one name.
    ...roots.map(
      ({ name, until, fingerprint }): Pair => [
        `认可的根证书 ${fingerprint.slice(0, 23)}`,
        `${name}，有效期至${momentText(until.toISOString())}，SHA-256指纹 ${fingerprint}`,
      ],
    ),
  ];
}

function publicationRows({ publication }: RoundSettings): readonly Pair[] {
  const kinds = Object.keys(PUBLICATION) as (keyof typeof PUBLICATION)[];
  return kinds.map((kind) => [PUBLICATION[kind], publication[kind] ? '公开' : '不公开']);
}

function chainRows(settings: RoundSettings): readonly Pair[] {
  return CHAIN_COMMANDS.map((command) => [
    CHAINS[command].name,
    chainOf(settings, command)
      .steps.map(({ name, role }) => `${name}（${ROLES[role].name}）`)
      .join(' → '),
  ]);
}
