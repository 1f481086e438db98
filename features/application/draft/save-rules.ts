import { readAddress } from '@fuchi/forms/field-address';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import type { Application } from '@fuchi/record-application/application-store';
import type { FieldSave } from '@fuchi/record-application/contract';
import { isAuthoritys } from '@fuchi/record-application/contract-others';
import { pathOf, stepsOf } from '@fuchi/record-application/contract-path';
import { statementKindOf } from '@fuchi/record-application/contract-statement';
import type { SaveFault, SaveRules } from '@fuchi/record-application/save-draft';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import { roundRecommenders } from '@fuchi/record-round/round-recommender-store';
import { isAsked, LONGEST_TITLE, RECOMMENDER, TITLE } from '../asked-names.ts';
import { keepNumbers } from '../numbers/keep-numbers.ts';

const TITLE_PATH = pathOf('project', [TITLE]);
const RECOMMENDER_PATH = pathOf('project', [RECOMMENDER]);

/** What a save may name and hold, by the guide and the round the application is filled in under. */
export function saveRules(): SaveRules {
  return {
    async faults(work, own, saves) {
      const guide = await guideOf(work, own.guide);
      const faults: SaveFault[] = [];
      for (const [place, save] of saves.entries()) {
        const fault = isKnown(guide, save.path)
          ? (othersFault(guide, save) ?? (await valueFault(work, own, save)))
          : UNKNOWN;
        if (fault) faults.push({ place, ...fault });
      }
      return faults;
    },
    async wrote(work, own, saves) {
      await keepHead(work, own, saves);
      const guide = await guideOf(work, own.guide);
      await keepNumbers(work, guide, own, saves);
    },
  };
}

type Fault = Omit<SaveFault, 'place'>;

const UNKNOWN: Fault = {
  code: 'unknown-field',
  message: '这项申报没有这个字段',
  messageEn: 'The application has no such field',
};

/** What others state isn't the applicant's to say; what stands of it from before may be taken away. */
function othersFault(guide: CheckedGuide, { path, value }: FieldSave): Fault | undefined {
  if (value === null) return undefined;
  const read = stepsOf(path);
  const [fact = ''] = read?.part === 'fact' ? read.steps : [];
  const spec = Object.hasOwn(guide.facts, fact) ? guide.facts[fact] : undefined;
  if (isAuthoritys(spec)) {
    return {
      code: 'not-the-applicants',
      message: `“${spec?.label}”由${spec?.statedBy}填报，申报单位不填`,
      messageEn: 'The authorities state this; the applicant does not',
    };
  }
  if (!spec || statementKindOf(spec) === undefined) return undefined;
  return {
    code: 'not-the-applicants',
    message: `“${spec.label}”由项目推荐单位填报，请在“推荐单位意见”里申请`,
    messageEn: 'The recommender states this; it is asked for in the part for its statements',
  };
}

/** The two fields that the application itself keeps must be such as it can keep. */
async function valueFault(
  work: Work,
  own: Application,
  { path, value }: FieldSave,
): Promise<Fault | undefined> {
  if (value === null || value === '') return undefined;
  if (path === TITLE_PATH) {
    if (typeof value === 'string' && value.trim().length <= LONGEST_TITLE) return undefined;
    return {
      code: 'title',
      message: `项目名称最长${LONGEST_TITLE}个字`,
      messageEn: `The project's name has ${LONGEST_TITLE} characters at the most`,
    };
  }
  if (path !== RECOMMENDER_PATH) return undefined;
  const register = await roundRecommenders(work, own.round);
  if (register.some(({ organisation, active }) => active && organisation === value)) {
    return undefined;
  }
  return {
    code: 'not-recommender',
    message: '所选单位不在本批次的推荐单位名册上',
    messageEn: 'The unit does not recommend in this round',
  };
}

/** What lists and searches know an application by stands beside its fields. */
async function keepHead(work: Work, own: Application, saves: readonly FieldSave[]): Promise<void> {
  const last = new Map(
    saves.map(({ path, value }) => [path, typeof value === 'string' ? value : '']),
  );
  const title = last.get(TITLE_PATH);
  const recommender = last.get(RECOMMENDER_PATH);
  if (title === undefined && recommender === undefined) return;
  await work
    .updateTable('application')
    .set({
      ...(title !== undefined && { title: title.trim() }),
      ...(recommender !== undefined && { recommender_id: recommender === '' ? null : recommender }),
    })
    .where('id', '=', own.id)
    .execute();
}

/**
 * Whether an application has a field of this name: facts, lists and columns of the guide, addresses of a form, and
 * what the application form asks besides.
 * @example isKnown(guide, 'fact/贷款/k3/本金') // true
 */
function isKnown(guide: CheckedGuide, path: string): boolean {
  const read = stepsOf(path);
  if (!read) return false;
  const { part, steps } = read;
  const [first = '', ...rest] = steps;
  if (part === 'form') return readAddress(first) !== undefined;
  if (part === 'unit' || part === 'project') return rest.length === 0 && isAsked(part, first);
  if (part === 'participant' || part === 'audit') {
    const [name, ...deeper] = rest;
    return ROW.test(first) && deeper.length === 0 && (name === undefined || isAsked(part, name));
  }
  const spec = Object.hasOwn(guide.facts, first) ? guide.facts[first] : undefined;
  return spec !== undefined && isWithin(spec, rest);
}

/** A list is followed by a row, a row by a column. */
function isWithin(spec: FactSpec, steps: readonly string[]): boolean {
  const [row, column, ...rest] = steps;
  if (row === undefined) return true;
  if (spec.type.kind !== 'rows' || !ROW.test(row)) return false;
  if (column === undefined) return true;
  const inner = spec.columns.find((c) => c.id === column);
  return inner !== undefined && isWithin(inner, rest);
}

const ROW = /^[0-9a-z]{1,30}$/;
