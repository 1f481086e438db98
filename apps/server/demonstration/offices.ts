/** A unit that people of the demonstration act for. Every name says that it is an example. */
export interface DemonstrationUnit {
  /** By which people and lines are put to it. */
  readonly key: string;
  readonly kind: 'office' | 'finance' | 'expert-pool' | 'audit' | 'administration';
  readonly name: string;
  /** The lines it owns; of those the guide has. */
  readonly lines: readonly string[];
}

/** Takes the lines that no other office owns. */
export const PLANNING_OFFICE = 'planning';

/** The province's units. */
export const OFFICES: readonly DemonstrationUnit[] = [
  {
    key: PLANNING_OFFICE,
    kind: 'office',
    name: '综合规划处（示例）',
    lines: [],
  },
  {
    key: 'upgrade',
    kind: 'office',
    name: '技术改造处（示例）',
    lines: ['tech-upgrade', 'merger'],
  },
  {
    key: 'intelligent',
    kind: 'office',
    name: '智能制造推进处（示例）',
    lines: [
      'smart-factory',
      'benchmark-factory',
      'five-g-integration',
      'service-upgrade',
      'free-diagnosis',
    ],
  },
  {
    key: 'internet',
    kind: 'office',
    name: '工业互联网处（示例）',
    lines: ['identifier-node', 'industrial-platform', 'industrial-security'],
  },
  {
    key: 'software-office',
    kind: 'office',
    name: '软件和信息服务业处（示例）',
    lines: ['xinchuang-zone', 'xinchuang-lab', 'data-product', 'information-consumption'],
  },
  {
    key: 'innovation',
    kind: 'office',
    name: '科技创新处（示例）',
    lines: ['core-technology', 'innovation-centre', 'national-centre-matching'],
  },
  {
    key: 'enterprises',
    kind: 'office',
    name: '中小企业处（示例）',
    lines: [
      'little-giant',
      'recognition-award',
      'sme-platform',
      'sme-service-centre',
      'sme-welfare-platform',
    ],
  },
  {
    key: 'industry',
    kind: 'office',
    name: '产业推进处（示例）',
    lines: ['exhibition', 'event', 'cluster-organisation'],
  },
  {
    key: 'green',
    kind: 'office',
    name: '绿色发展处（示例）',
    lines: ['green-upgrade', 'new-energy-vehicle'],
  },
  {
    key: 'talent',
    kind: 'office',
    name: '产业人才处（示例）',
    lines: ['talent-training'],
  },
  { key: 'leaders', kind: 'office', name: '省级主管部门领导（示例）', lines: [] },
  { key: 'finance', kind: 'finance', name: '省财政厅（示例）', lines: [] },
  { key: 'experts', kind: 'expert-pool', name: '专家库（示例）', lines: [] },
  { key: 'audit', kind: 'audit', name: '省级审计部门（示例）', lines: [] },
  { key: 'administration', kind: 'administration', name: '系统管理（示例）', lines: [] },
];

/**
 * Which office owns a line.
 * @example officeOfLine('merger') // 'upgrade'
 */
export function officeOfLine(line: string): string {
  return OFFICES.find(({ lines }) => lines.includes(line))?.key ?? PLANNING_OFFICE;
}
