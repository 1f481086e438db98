import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { addressText } from '@fuchi/forms/field-address';
import { sheetRows } from '@fuchi/forms/sheet-rows';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { entryOfFacts } from '@fuchi/policy/facts/entry-of-facts';
import type { FieldValue } from '@fuchi/record-application/contract';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { fieldsOfEntry } from '@fuchi/record-application/contract-entry';
import { judgeDraft, programUnder } from '@fuchi/record-application/contract-judge';
import { regionsFrom } from '@fuchi/values/region';
import { coreTechnology } from './core-technology.fixture.ts';
import type { Example } from './example.fixture.ts';
import { industrialPlatform } from './industrial-platform.fixture.ts';
import { talentTraining } from './talent-training.fixture.ts';
import { techUpgrade } from './tech-upgrade.fixture.ts';

export const EXAMPLES = { coreTechnology, industrialPlatform, talentTraining, techUpgrade };

const TERMS = {
  clocks: { 项目申报截止日期: '2022-04-15' },
  call: ['call-1', 'call-2', 'call-3', 'call-4'],
  otherReadings: [],
};
const AS_OF = '2022-04-08';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
export const GUIDE: CheckedGuide = loaded.checked;
const regions = regionsFrom(GUIDE.guide.regions);
if (!regions.ok) throw new Error(regions.code);

/** A version of an example, frozen as the portal freezes it; the same each time. */
export function contentOf(example: Example): ApplicationContent {
  const { id, version, digest } = GUIDE.guide;
  const fields = fieldsOf(example);
  const program = programUnder(GUIDE, example.line, TERMS);
  if (!program || !regions.ok) throw new Error(`the guide has no line ${example.line}`);
  const map = new Map(Object.entries(fields));
  const judged = judgeDraft(program, regions.value, map, example.settled, TERMS, AS_OF);
  if (judged.faults.length > 0) throw new Error(JSON.stringify(judged.faults));
  return {
    application: '128',
    version: 1,
    round: { id: '1', year: '2022', name: '2022年度第一批' },
    terms: TERMS,
    guide: { id, version, digest },
    line: example.line,
    title: example.title,
    organisation: example.organisation,
    recommender: { id: '7', name: example.recommender },
    fields,
    settled: { ...example.settled },
    papers: example.papers.map(([paper, name, pages], i) => ({
      id: String(i + 1),
      paper,
      name,
      type: 'application/pdf',
      size: 1_000_000 + i,
      digest: String(i).padStart(64, '0'),
      pages,
    })),
    // As it comes back from the database: JSON.
    assessment: JSON.parse(JSON.stringify(judged.assessment)) as ApplicationContent['assessment'],
    asOf: AS_OF,
    frozenAt: '2022-04-08T06:30:00.000Z',
  };
}

function fieldsOf({ line, facts, unit, project, participants, audits }: Example) {
  const form = GUIDE.guide.forms.find(
    (f) => f.id === GUIDE.guide.lines.find((l) => l.id === line)?.form,
  );
  const cells = form ? sheetRows(form, filledForm(form)).flatMap((row) => row.cells) : [];
  const { entry, left } = entryOfFacts(facts);
  if (left.length > 0) throw new Error(`not as a page would have it: ${left.join('、')}`);
  const rows = (part: string, all: readonly Readonly<Record<string, string>>[]) =>
    all.flatMap((row, order): [string, FieldValue][] => [
      [`${part}/k${order + 1}`, { order }],
      ...Object.entries(row).map(([name, text]): [string, FieldValue] => [
        `${part}/k${order + 1}/${name}`,
        text,
      ]),
    ]);
  const told: [string, FieldValue][] = [
    ...fieldsOfEntry(entry),
    ...cells
      .filter(({ text }) => text !== '')
      .map(({ address, text }): [string, FieldValue] => [`form/${addressText(address)}`, text]),
    ...Object.entries(unit).map(([name, text]): [string, FieldValue] => [`unit/${name}`, text]),
    ...Object.entries(project).map(([name, text]): [string, FieldValue] => [
      `project/${name}`,
      text,
    ]),
    ...rows('participant', participants),
    ...rows('audit', audits),
  ];
  return Object.fromEntries(told);
}
