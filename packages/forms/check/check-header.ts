import type { Form } from '@fuchi/guide/form';
import { type CalendarDate, parseDate } from '@fuchi/values/date';
import type { FieldAddress } from '../field-address.ts';
import type { Filling } from '../filling.ts';
import { type Finding, fault } from './finding.ts';
import { isBlank, saysNothing } from './says-nothing.ts';

/** The dates of the header: each a day of the calendar, and none before the one printed before it. */
export function checkHeader(form: Form, filling: Filling): readonly Finding[] {
  const findings: Finding[] = [];
  let before: { name: string; text: string; date: CalendarDate } | undefined;
  for (const { name, kind } of form.header.flat()) {
    const text = filling.header[name] ?? '';
    if (kind !== '日期' || isBlank(text) || saysNothing(text)) continue;
    const where: FieldAddress = { kind: 'header', name };
    const read = parseDate(text);
    if (!read.ok) {
      findings.push(fault(where, 'date-unreadable', { given: text.trim() }));
      continue;
    }
    if (before && read.value < before.date) {
      const facts = { given: text.trim(), name, before: before.name, earliest: before.text };
      findings.push(fault(where, 'date-before', facts));
    }
    before = { name, text: text.trim(), date: read.value };
  }
  return findings;
}
