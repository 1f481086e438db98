import type { Faults } from './diagnostic.ts';
import {
  type Condition,
  type GroupQuota,
  type Line,
  MODES,
  type NamedValue,
  type Quota,
  type Stage,
  type Step,
  type Subsidy,
} from './guide.ts';
import { readAnnex, readLetter, readPaper } from './read-annex.ts';
import { readConsistency, readFacts } from './read-fact.ts';
import { readParticipants } from './read-participants.ts';
import { MapReader, textOf } from './reader.ts';
import type { Entry, Node } from './yaml-text.ts';

/** Reads `lines/<id>.yaml`. */
export function readLine(root: Node, faults: Faults): Line {
  const map = new MapReader(root, faults);
  const applicantNode = map.node('申报主体');
  const subsidyNode = map.node('补助');
  const quotaNode = map.node('数量');
  const participantsNode = map.node('参与单位');
  const line: Line = {
    id: map.required('项目类别').text,
    at: root.at,
    title: map.required('名称').text,
    section: map.required('条款').text,
    mode: map.word('方式', MODES) ?? missingMode(map, faults),
    form: map.optional('申报表')?.text,
    says: map.optional('说')?.text ?? '',
    directions: map.list('支持方向').map((node) => {
      const m = new MapReader(node, faults);
      const direction = { clause: m.required('条款').text, says: m.required('说').text };
      m.close();
      return direction;
    }),
    applicant: applicantNode && readApplicant(applicantNode, faults),
    facts: readFacts(map.map('申报事实'), faults),
    figures: readNamedValues(map.map('数'), faults),
    conditions: readConditions(map.map('条件'), faults),
    consistency: readConsistency(map.list('互洽'), faults),
    subsidy: subsidyNode && readSubsidy(subsidyNode, faults),
    stages: map.list('拨付').map((node) => readStage(node, faults)),
    quota: quotaNode && readQuota(quotaNode, faults),
    participants: participantsNode && readParticipants(participantsNode, faults),
    papers: map.list('材料').map((node) => readPaper(node, faults)),
    letters: map.list('承诺函').map((node) => readLetter(node, faults)),
    annexes: map.list('附表').map((node) => readAnnex(node, faults)),
    readings: map.texts('理解'),
    notice: map.optional('申报说明')?.text ?? '',
  };
  map.close();
  return line;
}

function missingMode(map: MapReader, faults: Faults): Line['mode'] {
  if (!map.has('方式')) faults.add(map.at, 'missing-key', { key: '方式' });
  return '申报';
}

function readApplicant(node: Node, faults: Faults): NonNullable<Line['applicant']> {
  const map = new MapReader(node, faults);
  const applicant = { clause: map.required('条款'), says: map.required('说').text };
  map.close();
  return applicant;
}

/** Reads name → {值, 条款, 说}. */
export function readNamedValues(entries: readonly Entry[], faults: Faults): NamedValue[] {
  return entries.map((entry) => {
    const map = new MapReader(entry.value, faults);
    const named: NamedValue = {
      id: entry.key,
      at: entry.keyAt,
      value: map.required('值'),
      clauses: map.texts('条款'),
      says: map.optional('说')?.text ?? '',
      readings: map.texts('理解'),
    };
    if (named.clauses.length === 0) faults.add(entry.keyAt, 'missing-key', { key: '条款' });
    map.close();
    return named;
  });
}

/** Reads clause → condition. */
export function readConditions(entries: readonly Entry[], faults: Faults): Condition[] {
  return entries.map((entry) => {
    const map = new MapReader(entry.value, faults);
    const condition: Condition = {
      clause: entry.key,
      at: entry.keyAt,
      says: map.required('说').text,
      must: map.optional('须'),
      applies: map.optional('适用'),
      each: map.optional('逐项'),
      strength: map.word('强度', ['必须', '原则上', '优先'] as const) ?? '必须',
      hardUnder: map.optional('刚性'),
      opinion: map.optional('意见'),
      certifier: map.optional('出具')?.text ?? '',
      evidence: map.texts('佐证').map((t) => t.text),
      readings: map.texts('理解'),
      elsewhere: map.optional('另见')?.text ?? '',
      except: map.texts('除外'),
    };
    if (condition.must === undefined && condition.elsewhere === '') {
      faults.add(entry.keyAt, 'missing-key', { key: '须' });
    }
    if (condition.must !== undefined && condition.elsewhere !== '') {
      faults.add(map.keyAt('另见'), 'must-and-elsewhere', { clause: entry.key });
    }
    if (condition.strength === '原则上' && condition.opinion === undefined) {
      faults.add(entry.keyAt, 'missing-key', { key: '意见' });
    }
    map.close();
    return condition;
  });
}

function readSubsidy(node: Node, faults: Faults): Subsidy {
  const map = new MapReader(node, faults);
  const premiseNode = map.node('须先');
  const subsidy: Subsidy = {
    at: node.at,
    clause: map.required('条款'),
    says: map.optional('说')?.text ?? '',
    cap: map.optional('封顶'),
    steps: map.list('计算').flatMap((step) => readStep(step, faults) ?? []),
    premise: premiseNode && readPremise(premiseNode, faults),
    notComputable: map.optional('不可算')?.text ?? '',
    computableUnder: map.optional('可算'),
    readings: map.texts('理解'),
  };
  if (subsidy.steps.length === 0 && (subsidy.notComputable === '' || subsidy.computableUnder)) {
    faults.add(node.at, 'missing-key', { key: '计算' });
  }
  if (subsidy.computableUnder && subsidy.notComputable === '') {
    faults.add(map.keyAt('可算'), 'missing-key', { key: '不可算' });
  }
  map.close();
  return subsidy;
}

function readPremise(node: Node, faults: Faults): NonNullable<Subsidy['premise']> {
  const map = new MapReader(node, faults);
  const premise = { must: map.required('须'), says: map.required('说').text };
  map.close();
  return premise;
}

/** A step is `名: 式`, or a map {名, 式, 条款, 说}. */
function readStep(node: Node, faults: Faults): Step | undefined {
  if (node.kind !== 'map') {
    faults.add(node.at, 'not-a-map');
    return undefined;
  }
  const [only] = node.entries;
  if (only && node.entries.length === 1 && only.key !== '名') {
    const formula = textOf(only.value, faults);
    return { id: only.key, at: only.keyAt, formula, clause: undefined, says: '' };
  }
  const map = new MapReader(node, faults);
  const step: Step = {
    id: map.required('名').text,
    at: node.at,
    formula: map.required('式'),
    clause: map.optional('条款'),
    says: map.optional('说')?.text ?? '',
  };
  map.close();
  return step;
}

function readStage(node: Node, faults: Faults): Stage {
  const map = new MapReader(node, faults);
  const stage: Stage = {
    at: node.at,
    stage: map.required('批次').text,
    clause: map.required('条款'),
    trigger: map.optional('触发')?.text ?? '',
    share: map.optional('比例'),
    amount: map.optional('金额'),
    balance: map.flag('余额'),
    atMost: map.optional('至多'),
  };
  const ways =
    Number(stage.share !== undefined) +
    Number(stage.amount !== undefined) +
    Number(stage.balance) +
    Number(stage.atMost !== undefined);
  if (ways !== 1) faults.add(node.at, 'stage-needs-one-way', { stage: stage.stage });
  map.close();
  return stage;
}

function readQuota(node: Node, faults: Faults): Quota {
  const map = new MapReader(node, faults);
  const quota: Quota = {
    at: node.at,
    clause: map.required('条款'),
    atMost: map.optional('不超过'),
    joint: map.optional('合计'),
    groupedBy: map.optional('领域事实'),
    groups: map.list('分组').map((n): GroupQuota => {
      const m = new MapReader(n, faults);
      const group: GroupQuota = {
        at: n.at,
        name: m.required('名').text,
        fields: m.texts('领域'),
        atMost: m.optional('不超过'),
        atLeast: m.optional('不少于'),
      };
      m.close();
      return group;
    }),
    readings: map.texts('理解'),
  };
  if (quota.groups.length > 0 && !quota.groupedBy) {
    faults.add(map.keyAt('分组'), 'missing-key', { key: '领域事实' });
  }
  map.close();
  return quota;
}
