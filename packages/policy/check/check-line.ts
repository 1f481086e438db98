import type { Faults } from '@fuchi/guide/diagnostic';
import type { Condition, Line, Stage, Step } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import { add, cmp, ONE, type Rational, ZERO } from '@fuchi/values/rational';
import type {
  CheckedCondition,
  CheckedLine,
  CheckedPaper,
  CheckedRule,
  CheckedStage,
  CheckedStep,
  FactSpec,
} from '../checked-guide.ts';
import { PAID } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { fraction } from '../fraction.ts';
import { BOOL, MONEY, RATIO, type ValueType } from '../value-type.ts';
import { factsOf, readingsOf, stepsOf } from '../walk.ts';
import { askedBeside } from './asked-beside.ts';
import { checkAnnexes } from './check-annexes.ts';
import { checkExpression } from './check-expression.ts';
import { withLinked } from './check-links.ts';
import { BROKEN } from './expression-context.ts';
import { closure, type FactUse } from './fact-use.ts';
import { groupingFact } from './grouping-fact.ts';
import type { Frame, Meaning, Scope } from './scope.ts';

/** Checks one line: every expression in it, and what its parts say together. */
export function checkLine(
  line: Line,
  guideScope: Scope,
  figures: ReadonlyMap<string, Meaning>,
  facts: ReadonlyMap<string, FactSpec>,
  shared: readonly CheckedRule[],
  use: FactUse,
  faults: Faults,
): CheckedLine {
  const full = (clause: string) => `${line.section}${clause}`;
  const scope: Scope = { ...guideScope, names: new Map([...guideScope.names, ...figures]) };
  const conditions = line.conditions.map((c) =>
    checkCondition(c, scope, full(c.clause), facts, faults),
  );
  const { steps, names } = checkSteps(line, scope, facts, full, faults);
  const amounts: Scope = { ...scope, names };
  const subsidy = line.subsidy;
  const amountClause = subsidy?.clause.text ?? '';
  const cap =
    subsidy?.cap && checkExpression(subsidy.cap, scope, full(amountClause), [], faults, MONEY);
  const premise = subsidy?.premise && {
    must: checkExpression(subsidy.premise.must, scope, full(amountClause), [], faults, BOOL),
    says: subsidy.premise.says,
  };
  const last = steps.at(-1);
  if (last && last.node.type.kind !== 'unknown' && !isMoney(last.node.type)) {
    faults.add(subsidy?.at ?? line.at, 'subsidy-not-money', { step: last.id });
  }
  const stages = line.stages.map((s) => checkStage(s, amounts, full, faults));
  checkStages(line, stages, cap, faults);
  const papers = line.papers.map((p): CheckedPaper => {
    const clause = p.clause?.text ?? '';
    const when = p.when && checkExpression(p.when, scope, full(clause), [], faults, BOOL);
    return { name: p.name, clause, issuer: p.issuer, when };
  });
  const own = line.consistency.map((r): CheckedRule => {
    const must = checkExpression(r.must, scope, full(r.clause?.text ?? ''), [], faults, BOOL);
    return { says: r.says, must, facts: factsOf(must), clause: r.clause?.text ?? '' };
  });
  for (const r of [
    ...line.readings,
    ...(subsidy?.readings ?? []),
    ...(subsidy?.computableUnder ? [subsidy.computableUnder] : []),
    ...(line.quota?.readings ?? []),
  ]) {
    checkReading(r, scope, faults);
  }
  const named = [
    ...conditions.flatMap((c) => [
      ...factsOf(c.must),
      ...factsOf(c.applies),
      ...(c.each ? [c.each] : []),
      ...(c.opinion ? [c.opinion] : []),
    ]),
    ...steps.flatMap((s) => factsOf(s.node)),
    ...factsOf(cap),
    ...factsOf(premise?.must),
    ...stages.flatMap((s) => factsOf(s.amount)),
    ...(stages.some((s) => s.balance) && facts.has(PAID) ? [PAID] : []),
    ...groupingFact(line, facts, faults),
    ...askedBeside(line).filter((id) => facts.has(id)),
  ];
  checkAnnexes(line, facts, faults);
  const asked = withLinked(closure([...new Set(named)], facts), facts);
  const beside = new Set([
    ...papers.flatMap((p) => factsOf(p.when)),
    ...own.flatMap((r) => r.facts),
  ]);
  for (const id of [...asked, ...closure([...beside], facts)]) use.used.add(id);
  for (const f of line.facts) {
    if (!use.used.has(f.id)) faults.add(f.at, 'unused-fact', { fact: f.id });
  }
  for (const f of figures.keys()) {
    if (!use.usedNames.has(`${line.id}/${f}`) && !mentions(line, f)) {
      faults.add(line.figures.find((x) => x.id === f)?.at ?? line.at, 'unused-figure', { name: f });
    }
  }
  checkUnusedSteps(line, steps, stages, faults);
  const inLine = new Set(asked);
  const consistency = [
    ...shared.filter((r) => r.facts.every((f) => inLine.has(f))),
    ...own.filter((r) => r.must !== BROKEN),
  ];
  return {
    id: line.id,
    title: line.title,
    section: line.section,
    mode: line.mode,
    notice: line.notice,
    facts: asked,
    conditions,
    consistency,
    steps,
    amountClause,
    cap: cap || undefined,
    premise: premise || undefined,
    notComputable: subsidy?.notComputable ?? '',
    computableUnder: subsidy?.computableUnder?.text ?? '',
    stages,
    papers,
    readings: [...line.readings, ...(subsidy?.readings ?? [])].map((r) => r.text),
    source: line,
  };
}

function isMoney(type: ValueType): boolean {
  return type.kind === 'number' && type.dimension === 'money';
}

function mentions(line: Line, name: string): boolean {
  const texts: (Text | undefined)[] = [
    ...line.conditions.flatMap((c) => [c.must, c.applies]),
    ...(line.subsidy?.steps.map((s) => s.formula) ?? []),
    line.subsidy?.cap,
    line.subsidy?.premise?.must,
    ...line.stages.flatMap((s) => [s.amount, s.atMost, s.share]),
    ...line.figures.map((f) => f.value),
    ...line.consistency.map((r) => r.must),
    ...line.facts.flatMap(derivationTexts),
  ];
  return texts.some((t) => t?.text.includes(name));
}

function derivationTexts(fact: Line['facts'][number]): Text[] {
  return [...fact.derivations, ...fact.columns.flatMap(derivationTexts)];
}

/** Figures of a line, each of which may name those before it. */
export function lineFigures(line: Line, scope: Scope, faults: Faults): Map<string, Meaning> {
  const names = new Map<string, Meaning>();
  for (const figure of line.figures) {
    const within: Scope = { ...scope, names: new Map([...scope.names, ...names]) };
    const clause = `${line.section}${figure.clauses[0]?.text ?? ''}`;
    const node = checkExpression(figure.value, within, clause, [], faults);
    if (scope.names.has(figure.id)) {
      faults.add(figure.at, 'name-taken', { name: figure.id });
      continue;
    }
    for (const r of figure.readings) checkReading(r, scope, faults);
    names.set(figure.id, {
      kind: 'named',
      node: node.kind === 'literal' ? { ...node, name: figure.id } : node,
    });
  }
  return names;
}

export function checkReading(id: Text, scope: Scope, faults: Faults): void {
  if (scope.readings.has(id.text)) return;
  faults.add(id.at, 'unknown-reading', {
    id: id.text,
    nearest: nearest(id.text, [...scope.readings]) ?? '',
  });
}

/** Checks a condition; one that selects rows has the row's columns in scope. */
export function checkCondition(
  c: Condition,
  scope: Scope,
  clause: string,
  facts: ReadonlyMap<string, FactSpec>,
  faults: Faults,
): CheckedCondition {
  const frames: Frame[] = [];
  if (c.each) {
    const spec = facts.get(c.each.text);
    const shape = spec?.type.kind === 'rows' ? scope.tables.get(spec.type.table) : undefined;
    if (shape) frames.push({ item: undefined, shape });
    else {
      const rows = [...facts.values()].filter((f) => f.type.kind === 'rows').map((f) => f.id);
      const near = nearest(c.each.text, rows) ?? '';
      faults.add(c.each.at, 'unknown-rows', { name: c.each.text, nearest: near });
    }
  }
  if (c.opinion) {
    const spec = facts.get(c.opinion.text);
    const options = spec?.options ?? [];
    if (!spec) {
      const near = nearest(c.opinion.text, [...facts.keys()]) ?? '';
      faults.add(c.opinion.at, 'unknown-name', { name: c.opinion.text, nearest: near });
    } else if (!(options.includes('同意') && options.includes('不同意'))) {
      faults.add(c.opinion.at, 'opinion-options', { name: c.opinion.text });
    }
  }
  for (const r of c.readings) checkReading(r, scope, faults);
  if (c.hardUnder) checkReading(c.hardUnder, scope, faults);
  const must = c.must && checkExpression(c.must, scope, clause, frames, faults, BOOL);
  const applies = c.applies && checkExpression(c.applies, scope, clause, frames, faults, BOOL);
  const readings = [
    ...c.readings.map((r) => r.text),
    ...readingsOf(must || undefined),
    ...readingsOf(applies || undefined),
    ...(c.strength === '原则上' ? ['G8'] : []),
    ...(c.hardUnder ? [c.hardUnder.text] : []),
  ];
  return {
    clause: c.clause,
    says: c.says,
    must: must || undefined,
    written: c.must?.text ?? '',
    applies: applies || undefined,
    each: c.each?.text ?? '',
    strength: c.strength,
    opinion: c.opinion?.text ?? '',
    hardUnder: c.hardUnder?.text ?? '',
    certifier: c.certifier,
    evidence: c.evidence,
    readings: [...new Set(readings)],
    elsewhere: c.elsewhere,
  };
}

function checkSteps(
  line: Line,
  scope: Scope,
  facts: ReadonlyMap<string, FactSpec>,
  full: (clause: string) => string,
  faults: Faults,
): { steps: CheckedStep[]; names: Map<string, Meaning> } {
  const names = new Map(scope.names);
  const capText = line.subsidy?.cap;
  const amountClause = line.subsidy?.clause.text ?? '';
  if (capText) {
    const quiet = checkExpression(
      capText,
      scope,
      full(amountClause),
      [],
      new (faults.constructor as new () => Faults)(),
    );
    names.set('封顶', {
      kind: 'named',
      node: quiet.kind === 'literal' ? { ...quiet, name: '封顶' } : quiet,
    });
  }
  const steps = (line.subsidy?.steps ?? []).map((step: Step): CheckedStep => {
    const clause = step.clause?.text ?? amountClause;
    const node = checkExpression(step.formula, { ...scope, names }, full(clause), [], faults);
    if (names.has(step.id) || facts.has(step.id))
      faults.add(step.at, 'name-taken', { name: step.id });
    else names.set(step.id, { kind: 'step', type: node.type });
    return { id: step.id, node, written: step.formula.text, clause, says: step.says };
  });
  const last = steps.at(-1);
  if (last && !names.has('补助'))
    names.set('补助', {
      kind: 'named',
      node: { kind: 'step', type: last.node.type, step: last.id },
    });
  return { steps, names };
}

function checkUnusedSteps(
  line: Line,
  steps: readonly CheckedStep[],
  stages: readonly CheckedStage[],
  faults: Faults,
): void {
  const used = new Set([
    ...steps.flatMap((s) => stepsOf(s.node)),
    ...stages.flatMap((s) => stepsOf(s.amount)),
  ]);
  for (const [i, step] of steps.entries()) {
    if (i === steps.length - 1 || used.has(step.id)) continue;
    const at = line.subsidy?.steps[i]?.at ?? line.at;
    faults.add(at, 'unused-step', { name: step.id });
  }
}

function checkStage(
  stage: Stage,
  scope: Scope,
  full: (clause: string) => string,
  faults: Faults,
): CheckedStage {
  const at = (text: Text | undefined, wanted: ValueType): string => {
    if (!text) return '';
    const node = checkExpression(text, scope, full(stage.clause.text), [], faults, wanted);
    if (node.kind === 'literal') return node.value;
    faults.add(text.at, 'not-a-literal', { written: text.text });
    return '';
  };
  return {
    stage: stage.stage,
    clause: stage.clause.text,
    trigger: stage.trigger,
    share: at(stage.share, RATIO),
    amount:
      stage.amount &&
      checkExpression(stage.amount, scope, full(stage.clause.text), [], faults, MONEY),
    balance: stage.balance,
    atMost: at(stage.atMost, MONEY),
  };
}

/** Shares add up to the whole; ceilings of the stages don't pass the cap. */
function checkStages(
  line: Line,
  stages: readonly CheckedStage[],
  cap: Checked | undefined,
  faults: Faults,
): void {
  const [first] = line.stages;
  if (!first || stages.length === 0) return;
  const shares = stages.filter((s) => s.share !== '').map((s) => fraction(s.share));
  const total = shares.reduce(add, ZERO);
  const balance = stages.filter((s) => s.balance);
  if (shares.length === stages.length && cmp(total, ONE) !== 0) {
    faults.add(first.at, 'stages-not-whole', { line: line.id });
  }
  if (balance.length > 0 && shares.length > 0 && cmp(total, ONE) >= 0) {
    faults.add(first.at, 'stages-not-whole', { line: line.id });
  }
  const notLast = stages.slice(0, -1).some((s) => s.balance);
  if (notLast) faults.add(first.at, 'balance-not-last', { line: line.id });
  if (cap?.kind !== 'literal' || cap.value === '') return;
  const fixed: Rational[] = stages.flatMap((s) => {
    if (s.atMost !== '') return [fraction(s.atMost)];
    const { amount } = s;
    return amount?.kind === 'literal' && amount.value !== '' ? [fraction(amount.value)] : [];
  });
  if (cmp(fixed.reduce(add, ZERO), fraction(cap.value)) > 0) {
    faults.add(first.at, 'stages-over-cap', { line: line.id, cap: cap.written });
  }
}
