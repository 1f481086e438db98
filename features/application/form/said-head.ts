import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import type { Entry } from '@fuchi/policy/facts/entry';
import type { FieldValue } from '@fuchi/record-application/contract';
import { pathOf } from '@fuchi/record-application/contract-path';
import { formatDate, parseDate } from '@fuchi/values/date';
import { TITLE } from '../asked-names.ts';
import { factsSaying, type ProjectField } from '../project/asked-project.ts';

export interface SaidElsewhere {
  readonly values: ReadonlyMap<string, FieldValue>;
  /** What is told of the facts, and which the line has. */
  readonly entry: Entry;
  readonly facts: readonly string[];
  readonly applicant: string;
  /** '' where none is chosen. */
  readonly recommender: string;
}

/**
 * A filling whose head says what other parts of the application say already. What is typed stays.
 * @example withSaidHead(form, filling, said).header['项目承担单位'] // '示例精工装备有限公司'
 */
export function withSaidHead(form: Form, filling: Filling, said: SaidElsewhere): Filling {
  const known: Readonly<Record<string, string>> = {
    项目名称: textOf(said.values.get(pathOf('project', [TITLE]))),
    项目推荐单位: said.recommender,
    项目承担单位: said.applicant,
    项目开始时间: dayOf('起始日期', said),
    项目结束时间: dayOf('完成日期', said),
  };
  const taken = form.header.flat().flatMap(({ name }): [string, string][] => {
    const text = known[name] ?? '';
    return text === '' || textOf(filling.header[name]).trim() !== '' ? [] : [[name, text]];
  });
  if (taken.length === 0) return filling;
  return { ...filling, header: { ...filling.header, ...Object.fromEntries(taken) } };
}

/** The day as the form writes it; '' where none, or no day, is written. */
function dayOf(field: ProjectField, { values, entry, facts }: SaidElsewhere): string {
  const told = [
    textOf(values.get(pathOf('project', [field]))),
    ...factsSaying(field, facts).map((fact) => textOf(entry[fact])),
  ];
  const days = told.map(parseDate).flatMap((read) => (read.ok ? [formatDate(read.value)] : []));
  return days[0] ?? '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
