import type { Condition, Fact, Guide, Line, NamedValue } from '@fuchi/guide/guide';
import { placeWithin, type Text } from '@fuchi/guide/place';
import type { Syntax } from '@fuchi/policy/syntax/syntax-tree';
import { clausePath } from '../clause-path.ts';
import { dateMeasure, type Measure, numberMeasure } from '../measure.ts';
import type { Sense } from '../sense.ts';
import type { DataFigure, FigureUse } from './data-figure.ts';
import { parsed } from './parsed.ts';
import { byDefault, type Leaf, leavesOf, readingIn } from './walk-expression.ts';

/** An expression of the data with the clauses it speaks for. */
interface Expression {
  readonly text: Text;
  readonly clauses: readonly string[];
  readonly line: string;
  readonly sense: Sense;
  readonly otherwise: string;
  readonly about: string;
  /** Rules between facts and conditions of the yearly call state nothing of the guide. */
  readonly mechanics: string;
}

interface Open extends Omit<DataFigure, 'clauses' | 'owners' | 'uses'> {
  readonly clauses: Set<string>;
  readonly owners: Set<string>;
  readonly uses: FigureUse[];
}

/**
 * Every number, date and period of a guide's expressions, quotas, figures and calendars, each with the
 * clauses it speaks for and how it binds there. Prose carries none; the bounds of what may be typed in
 * (`范围`) aren't the guide's.
 */
export function figuresOf(guide: Guide): readonly DataFigure[] {
  return new FigureCollector(guide).collect();
}

class FigureCollector {
  private readonly guide: Guide;
  private readonly units: ReadonlySet<string>;
  private readonly figures: Open[] = [];
  private readonly placed = new Map<Text, Map<number, Open>>();
  private readonly shared = new Map<string, Open>();
  private readonly facts = new Map<string, { fact: Fact; line: string }>();
  /** What of a fact was met already: `fact clause line otherwise`. */
  private readonly met = new Set<string>();

  constructor(guide: Guide) {
    this.guide = guide;
    this.units = new Set(guide.units);
  }

  collect(): readonly DataFigure[] {
    const { guide } = this;
    for (const fact of guide.facts) this.facts.set(fact.id, { fact, line: '' });
    for (const line of guide.lines)
      for (const fact of line.facts) this.facts.set(fact.id, { fact, line: line.id });
    for (const value of [...guide.calendars, ...guide.figures]) {
      const figure = this.named(value, '', '');
      if (figure) this.shared.set(value.id, figure);
    }
    for (const joint of guide.quotas) {
      const owners = joint.lines.map((l) => l.text);
      this.quota(joint.atMost, clausePath('', joint.clause.text), owners, 'le', '合计');
    }
    for (const line of guide.lines) this.line(line);
    for (const rule of guide.consistency) {
      this.expression(rulesOf(rule.must, '', ''), new Map());
    }
    for (const c of guide.call) {
      for (const text of [c.must, c.applies]) {
        if (text)
          this.expression({ ...rulesOf(text, '', ''), mechanics: '申报通知的条件' }, new Map());
      }
    }
    return this.figures;
  }

  private line(line: Line): void {
    const names = new Map<string, Open>();
    const full = (clause: string) => clausePath(line.section, clause);
    for (const value of line.figures) {
      const figure = this.named(value, line.section, line.id);
      if (figure) names.set(value.id, figure);
      else {
        const clauses = value.clauses.map((c) => full(c.text));
        this.expression(
          { ...plain(value.value, clauses, line.id), about: `${value.id} ${value.says}` },
          names,
        );
      }
    }
    for (const c of line.conditions) this.condition(c, line, full(c.clause), names);
    const { subsidy } = line;
    if (subsidy) {
      const clause = [full(subsidy.clause.text)];
      const about = subsidy.says;
      const base = { line: line.id, otherwise: '', about, mechanics: '' };
      if (subsidy.cap) {
        this.expression({ ...base, text: subsidy.cap, clauses: clause, sense: 'le' }, names);
      }
      for (const step of subsidy.steps) {
        const clauses = step.clause ? [full(step.clause.text)] : clause;
        const said = `${step.id} ${step.says} ${about}`;
        const e: Expression = { ...base, text: step.formula, clauses, sense: 'rate', about: said };
        this.expression(e, names);
      }
      if (subsidy.premise) {
        const text = subsidy.premise.must;
        this.expression({ ...base, text, clauses: clause, sense: 'free' }, names);
      }
    }
    for (const stage of line.stages) {
      const clauses = [full(stage.clause.text)];
      const base = { clauses, line: line.id, otherwise: '', about: stage.stage, mechanics: '' };
      const parts: readonly [Text | undefined, Sense][] = [
        [stage.share, 'rate'],
        [stage.amount, 'rate'],
        [stage.atMost, 'le'],
      ];
      for (const [text, sense] of parts) {
        if (text) this.expression({ ...base, text, sense }, names);
      }
    }
    this.stageCount(line, full);
    this.quotas(line, full);
    for (const rule of line.consistency) {
      this.expression(rulesOf(rule.must, full(rule.clause?.text ?? ''), line.id), names);
    }
  }

  private condition(c: Condition, line: Line, clause: string, names: Map<string, Open>): void {
    const applies = c.applies && parsed(c.applies.text);
    const off = applies !== undefined && byDefault(applies) === false;
    const otherwise = off ? readingIn(applies) : '';
    for (const text of [c.must, c.applies]) {
      if (!text) continue;
      const about = `${c.says} ${text.text}`;
      const e = { text, clauses: [clause], line: line.id, otherwise, about, mechanics: '' };
      this.expression({ ...e, sense: 'free' }, names);
    }
    if (c.each) this.fact(c.each.text, [clause], line.id, '', names);
  }

  private quotas(line: Line, full: (clause: string) => string): void {
    const { quota } = line;
    if (!quota) return;
    const clause = full(quota.clause.text);
    if (quota.atMost) this.quota(quota.atMost, clause, [line.id], 'le', '');
    for (const group of quota.groups) {
      if (group.atMost) this.quota(group.atMost, clause, [line.id], 'le', group.name);
      if (group.atLeast) this.quota(group.atLeast, clause, [line.id], 'ge', group.name);
    }
  }

  private quota(
    text: Text,
    clause: string,
    owners: readonly string[],
    sense: Sense,
    about: string,
  ): void {
    const syntax = parsed(text.text);
    if (syntax?.kind !== 'number') return;
    const figure = this.take(text, syntax, '', '');
    if (!figure) return;
    figure.clauses.add(clause);
    for (const owner of owners) figure.owners.add(owner);
    figure.uses.push({
      clause,
      line: owners.length === 1 ? (owners[0] ?? '') : '',
      sense,
      otherwise: '',
      about,
    });
  }

  /** How many stages there are: 分两期安排. */
  private stageCount(line: Line, full: (clause: string) => string): void {
    const [first] = line.stages;
    if (!first || line.stages.length < 2) return;
    const clause = full(first.clause.text);
    this.figures.push({
      ...first.at,
      written: `${line.stages.length}批`,
      measure: { dimension: 'parts', value: `${line.stages.length}/1` },
      name: '',
      clauses: new Set([clause]),
      owners: new Set([line.id]),
      uses: [{ clause, line: line.id, sense: 'eq', otherwise: '', about: '分批' }],
      source: undefined,
      mechanics: '批次的个数',
    });
  }

  /** A figure or calendar that stands under a name; undefined for one that is computed. */
  private named(value: NamedValue, section: string, line: string): Open | undefined {
    const period = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(value.value.text.trim());
    const syntax = period ? undefined : parsed(value.value.text);
    let figure: Open | undefined;
    if (period) {
      const measure = { dimension: 'period', value: value.value.text.trim() };
      figure = this.push(value.value, 0, value.value.text.length, measure, value.id, '');
    } else if (syntax?.kind === 'number' || syntax?.kind === 'date') {
      figure = this.take(value.value, syntax, value.id, '');
    }
    if (!figure) return undefined;
    for (const clause of value.clauses) {
      if (!clause.text.startsWith('call-')) figure.clauses.add(clausePath(section, clause.text));
    }
    if (line !== '') figure.owners.add(line);
    return figure;
  }

  private expression(e: Expression, names: ReadonlyMap<string, Open>): void {
    const syntax = parsed(e.text.text);
    if (!syntax) return;
    for (const leaf of leavesOf(syntax, e.sense)) this.leaf(leaf, e, names);
  }

  private leaf(leaf: Leaf, e: Expression, names: ReadonlyMap<string, Open>): void {
    const otherwise = e.otherwise || leaf.otherwise;
    const { node } = leaf;
    if (node.kind !== 'name') {
      // What a fact is derived from is met once for every clause that asks the fact.
      const at = placeWithin(e.text, node.start);
      const before = this.placed.get(e.text)?.get(node.start);
      const figure = before ?? this.take(e.text, node, '', leaf.mechanics || e.mechanics, at);
      if (figure) this.use(figure, e, leaf.sense, otherwise, true);
      return;
    }
    const own = names.get(node.name) ?? this.shared.get(node.name);
    if (own) this.use(own, e, leaf.sense, otherwise, false);
    else this.fact(node.name, e.clauses, e.line, otherwise, names);
  }

  private use(figure: Open, e: Expression, sense: Sense, otherwise: string, own: boolean): void {
    if (own && e.line !== '') figure.owners.add(e.line);
    for (const clause of e.clauses) {
      if (own) figure.clauses.add(clause);
      if (e.mechanics !== '') continue;
      figure.uses.push({ clause, line: e.line, sense, otherwise, about: e.about });
    }
  }

  /** A fact asked in a clause: its period and what it is derived from speak for that clause. */
  private fact(
    id: string,
    clauses: readonly string[],
    line: string,
    otherwise: string,
    names: ReadonlyMap<string, Open>,
  ): void {
    const known = this.facts.get(id);
    const key = `${id} ${clauses.join()} ${line} ${otherwise}`;
    if (!known || this.met.has(key)) return;
    this.met.add(key);
    const about = `${known.fact.label.text} ${id}`;
    this.parts(known.fact, { clauses, line, otherwise, about, mechanics: '' }, names);
  }

  private parts(
    fact: Fact,
    base: Omit<Expression, 'text' | 'sense'>,
    names: ReadonlyMap<string, Open>,
  ): void {
    const period = fact.period && this.shared.get(fact.period.text);
    if (period && fact.period) {
      this.use(
        period,
        { ...base, text: fact.period, sense: 'window' },
        'window',
        base.otherwise,
        false,
      );
    }
    for (const text of fact.derivations) this.expression({ ...base, text, sense: 'rate' }, names);
    for (const column of fact.columns) this.parts(column, base, names);
  }

  private take(
    text: Text,
    node: Exclude<Leaf['node'], { kind: 'name' }> | Syntax,
    name: string,
    mechanics: string,
    at = placeWithin(text, node.start),
  ): Open | undefined {
    const measure = this.measure(node);
    return measure && this.push(text, node.start, node.end, measure, name, mechanics, at);
  }

  private measure(node: Syntax): Measure | undefined {
    if (node.kind === 'number') {
      if (node.unit === '') return undefined;
      return numberMeasure(node.text, node.unit, this.units);
    }
    if (node.kind === 'date') return dateMeasure(node.text);
    if (node.kind === 'text' && /^[特一二三]等奖$/.test(node.text)) {
      return { dimension: 'rank', value: node.text };
    }
    return undefined;
  }

  private push(
    text: Text,
    start: number,
    end: number,
    measure: Measure,
    name: string,
    mechanics: string,
    at = placeWithin(text, start),
  ): Open {
    const figure: Open = {
      ...at,
      written: text.text.slice(start, end),
      measure,
      name,
      clauses: new Set(),
      owners: new Set(),
      uses: [],
      source: { text, start, end },
      mechanics,
    };
    this.figures.push(figure);
    const here = this.placed.get(text) ?? new Map<number, Open>();
    this.placed.set(text, here.set(start, figure));
    return figure;
  }
}

function plain(text: Text, clauses: readonly string[], line: string): Expression {
  return { text, clauses, line, sense: 'free', otherwise: '', about: '', mechanics: '' };
}

function rulesOf(text: Text, clause: string, line: string): Expression {
  return { ...plain(text, clause === '' ? [] : [clause], line), mechanics: '事实之间的关系' };
}
