import { NUMBER_KINDS, type NumberKind } from '@fuchi/values/used-number';
import type { ApplicationFinding } from '../check/finding.ts';
import type { Use } from './used-elsewhere.ts';

/** A number as a row, or a fact of its own, writes it. */
export interface WrittenNumber {
  readonly kind: NumberKind;
  /** 项目投入发票第2张; '' outside of lists. */
  readonly place: string;
  readonly label: string;
  readonly path: string;
  readonly number: string;
  /** By which it is found again; '' where it can't be. */
  readonly key: string;
  /** What one counts its rows by: 份. */
  readonly rowWord: string;
  /** The columns with which it is the same one; none where the number alone tells. */
  readonly beside: readonly string[];
  /** What they say, in its one form; '' unless all of them are told. */
  readonly companion: string;
}

/** 设备发票第2张的设备编号 */
export function whereOf({ place, label }: Pick<WrittenNumber, 'place' | 'label'>): string {
  return place === '' ? label : `${place}的${label}`;
}

/** What two rows with one number share. @example groupOf(written) // 'contract HT-2021-08' */
export function groupOf({ kind, key }: { readonly kind: string; readonly key: string }): string {
  return `${kind} ${key}`;
}

/**
 * The same number in several rows of one application: each later row names the earlier one. Rows whose makers differ
 * are two things that happen to be numbered alike, and only remind.
 */
export function numbersTwice(written: readonly WrittenNumber[]): readonly ApplicationFinding[] {
  const before = new Map<string, WrittenNumber[]>();
  return written.flatMap((one): readonly ApplicationFinding[] => {
    const group = before.get(groupOf(one)) ?? [];
    before.set(groupOf(one), [...group, one]);
    const same = group.find((other) => sameThing(one, other));
    const first = same ?? group[0];
    if (!first) return [];
    const here = one.place === '' ? one.label : one.place;
    const alike = `${here}与${first.place}${first.place === '' ? '' : '的'}${first.label}相同（${one.number}）`;
    if (!same) {
      const says = `${alike}，${one.beside.join('、')}不同，请核对。`;
      return [numberFinding(one, 'number-twice', says, false)];
    }
    const other = one.beside.length > 0 && one.companion === '' ? fillIn(one) : '';
    return [numberFinding(one, 'number-twice', `${alike}，同一个号码只能列一次${other}。`, true)];
  });
}

function sameThing(one: WrittenNumber, { companion }: WrittenNumber): boolean {
  return one.companion === '' || companion === '' || one.companion === companion;
}

/**
 * A number that an application which was received, or an earlier project, has too. Whose that is, is nobody's to know
 * here. Makers and banks each number for themselves: what another one numbered alike only reminds.
 * @param uses of this number, elsewhere
 */
export function numberUsed(
  one: WrittenNumber,
  uses: readonly Use[],
): ApplicationFinding | undefined {
  if (uses.length === 0) return undefined;
  const { beside, companion, kind, number, rowWord } = one;
  const what = `${whereOf(one)}（${number}）`;
  const mend = '不能重复使用，请更正或删去。';
  const blocked = (says: string) => numberFinding(one, 'number-used', says, true);
  if (beside.length === 0) return blocked(`${what}已在其他申报或以前的项目中使用，${mend}`);
  const alike = `${what}与其他申报或以前项目的${NUMBER_KINDS[kind]}编号相同`;
  if (companion === '') {
    return blocked(`${alike}，看不出是不是同一${rowWord}${fillIn(one)}。`);
  }
  if (uses.some((use) => use.companion === companion)) {
    return blocked(`${alike}，${beside.join('、')}也相同，${mend}`);
  }
  if (uses.some((use) => use.own && use.companion === '')) {
    return blocked(`${what}已在本单位以前的项目中使用，${mend}`);
  }
  return numberFinding(one, 'number-used', `${alike}，请核对是否重复申报。`, false);
}

function fillIn({ beside }: WrittenNumber): string {
  return `；请填写${beside.join('、')}`;
}

/** What is wrong with a number, at its field. */
export function numberFinding(
  { path }: WrittenNumber,
  code: string,
  says: string,
  blocks: boolean,
): ApplicationFinding {
  return { code, part: 'facts', path, says, blocks };
}
