import type { Participants } from '@fuchi/guide/participants';
import { parseCreditCode } from '@fuchi/values/credit-code';
import { halfWidth } from '@fuchi/values/decimal';
import { add, eq, HUNDRED, toDecimal, ZERO } from '@fuchi/values/rational';
import { type AskedFault, askedFault } from '../asked-fault.ts';
import { OWN_SHARE } from '../asked-names.ts';
import type { AskedRow } from '../asked-rows.ts';
import { plainName } from '../plain-name.ts';
import { type NamedUnits, nameOf, unlisted } from './named-units.ts';
import { readShare } from './share.ts';

export interface Listed {
  readonly rows: readonly AskedRow[];
  /** The applicant's own share, as it was written. */
  readonly ownShare: string;
  readonly applicant: { readonly name: string; readonly creditCode: string | null };
  /** Whom the facts name for a role. */
  readonly named: readonly NamedUnits[];
}

/**
 * Holds the participants against what the line asks of them.
 * @example participantFaults(line.participants, { rows, ownShare: '62%', applicant }) // []
 */
export function participantFaults(
  asked: Participants,
  { rows, ownShare, applicant, named }: Listed,
): readonly AskedFault[] {
  return [
    ...rolesMissing(asked, rows),
    ...rows.flatMap((row, i) => rowFaults(asked, row, i + 1)),
    ...applicantAmong(rows, applicant),
    ...codesTwice(rows),
    ...named.flatMap((units) => otherUnits(units, rows)),
    ...(asked.share && rows.length > 0 ? shareFaults(rows, ownShare) : []),
  ];
}

const COLUMNS = ['角色', '单位名称', '统一社会信用代码', '任务分工'] as const;

function rowFaults(
  asked: Participants,
  { key, cells }: AskedRow,
  number: number,
): readonly AskedFault[] {
  const role = asked.roles.find(({ name }) => name.text === cells.get('角色'));
  const needed = COLUMNS.filter((name) => name !== '统一社会信用代码' || !role?.abroad);
  const missing = needed
    .filter((name) => cells.get(name) === undefined)
    .map((name) =>
      askedFault(
        'no-participant-field',
        `${key}/${name}`,
        `还没有填写第${number}家参与单位的${name}。`,
        { missing: true },
      ),
    );
  const told = cells.get('角色');
  const other =
    told !== undefined && !role
      ? [
          askedFault(
            'participant-role',
            `${key}/角色`,
            `第${number}家参与单位的角色不在所列之中，请另选。`,
          ),
        ]
      : [];
  return [...missing, ...other, ...codeFaults(cells.get(CODE), key, number)];
}

const CODE = '统一社会信用代码';

function codeFaults(code: string | undefined, key: string, number: number): readonly AskedFault[] {
  if (code === undefined) return [];
  const read = parseCreditCode(code);
  if (read.ok) return [];
  const of = `第${number}家参与单位的${CODE}`;
  const path = `${key}/${CODE}`;
  // Some early codes were issued with a wrong check character: a person has to look.
  if (read.code === 'check-digit') {
    return [
      askedFault('participant-code-doubt', path, `${of}校验位不对，请与证照核对。`, {
        blocks: false,
      }),
    ];
  }
  const wrong =
    read.code === 'bad-character'
      ? `其中不会有“${read.facts.character}”，只有数字和字母（没有I、O、S、V、Z）`
      : `应为18位，现有${read.facts.length ?? 0}位`;
  return [askedFault('participant-code', path, `${of}不对：${wrong}。`)];
}

function applicantAmong(
  rows: readonly AskedRow[],
  { name, creditCode }: Listed['applicant'],
): readonly AskedFault[] {
  return rows.flatMap(({ key, cells }, i) => {
    const own =
      (creditCode !== null && plainCode(cells.get(CODE)) === creditCode) ||
      cells.get('单位名称')?.trim() === name;
    const says = `第${i + 1}家参与单位就是申报单位，申报单位不列在参与单位里，请删去。`;
    return own ? [askedFault('applicant-participates', `${key}/单位名称`, says)] : [];
  });
}

function codesTwice(rows: readonly AskedRow[]): readonly AskedFault[] {
  const codes = rows.map(({ cells }) => plainCode(cells.get(CODE)));
  return rows.flatMap(({ key }, i) => {
    const first = codes.indexOf(codes[i] ?? '');
    if (codes[i] === '' || first === i) return [];
    const says = `第${i + 1}家参与单位与第${first + 1}家的${CODE}相同，一家单位只列一次。`;
    return [askedFault('participant-twice', `${key}/${CODE}`, says)];
  });
}

/** The facts and the participants name the same units. */
function otherUnits(units: NamedUnits, rows: readonly AskedRow[]): readonly AskedFault[] {
  const { role, list, names } = units;
  const known = new Set(names.map(plainName));
  const absent = unlisted(units, rows).map((name) =>
    askedFault(
      'participant-unlisted',
      undefined,
      `“${list}”里的${role}“${name}”没有列在参与单位里，请列入。`,
      { missing: true },
    ),
  );
  const strange = rows.flatMap((row, i) => {
    const name = row.cells.get('单位名称');
    if (row.cells.get('角色') !== role || name === undefined || known.has(nameOf(row))) return [];
    const says = `第${i + 1}家参与单位“${name}”不在“${list}”的${role}里，请核对名称，或者补填“${list}”。`;
    return [askedFault('participant-unnamed', `${row.key}/单位名称`, says)];
  });
  return [...absent, ...strange];
}

function rolesMissing(asked: Participants, rows: readonly AskedRow[]): readonly AskedFault[] {
  return asked.roles
    .filter(({ required, name }) => {
      return required && !rows.some(({ cells }) => cells.get('角色') === name.text);
    })
    .map(({ name }) =>
      askedFault('no-participant', undefined, `还没有列出${name.text}，至少一家。`, {
        missing: true,
      }),
    );
}

function shareFaults(rows: readonly AskedRow[], ownShare: string): readonly AskedFault[] {
  const told = [
    { path: OWN_SHARE, of: '本单位', text: ownShare },
    ...rows.map(({ key, cells }, i) => ({
      path: `${key}/份额`,
      of: `第${i + 1}家参与单位`,
      text: cells.get('份额') ?? '',
    })),
  ].map((one) => ({ ...one, share: readShare(one.text) }));
  const faults = told.flatMap(({ path, of, text, share }) => {
    if (text === '') {
      return [askedFault('no-share', path, `还没有填写${of}的份额。`, { missing: true })];
    }
    if (share) return [];
    return [askedFault('share', path, `${of}的份额不对：填0到100之间的百分数，如18.5%。`)];
  });
  if (faults.length > 0) return faults;
  const sum = told.reduce((total, { share }) => add(total, share ?? ZERO), ZERO);
  if (eq(sum, HUNDRED)) return [];
  const says = `本单位和各参与单位的份额合计${toDecimal(sum)}%，应为100%。`;
  return [askedFault('share-sum', OWN_SHARE, says)];
}

function plainCode(text = ''): string {
  return halfWidth(text).replaceAll(/\s/g, '').toUpperCase();
}
