import type { InputFault } from '@fuchi/policy/facts/given';

interface English {
  readonly message: string;
  readonly fix: string;
}
type Said = (name: string) => string;

/** The guide's kinds of fact, as an English sentence names them. */
const KINDS: Readonly<Record<string, string>> = {
  金额: 'an amount, such as "3000万元"',
  比例: 'a percentage, such as "60%"',
  数量: 'a count with its unit',
  年限: 'a period, such as "2年" or "18个月"',
  天数: 'a number of days, such as "30天"',
  日期: 'a date, such as "2021-12-31"',
  是否: '"是" (yes) or "否" (no)',
  选项: 'one of the options listed',
  多选: 'a list of the options listed',
  文字: 'text of at most 2000 characters',
  地区: 'the name of a city or county, such as "昆山市"',
  明细: 'a list of rows',
};

/** What `sentenceOf` says in Chinese of bad input, for callers who don't read it. Names stay as the guide has them. */
export const ENGLISH: Readonly<Record<string, (said: Said) => English>> = {
  'input-not-a-map': () => ({
    message: 'The input must map facts to values',
    fix: 'Write an object whose keys are fact ids',
  }),
  'input-unknown-fact': (said) => ({
    message: `There is no fact “${said('name')}”`,
    fix: nearestOr(said, 'GET /api/lines/{line}/facts lists them'),
  }),
  'input-unknown-column': (said) => ({
    message: `“${said('label')}” has no column “${said('name')}”`,
    fix: nearestOr(said, 'GET /api/lines/{line}/facts lists the columns'),
  }),
  'input-empty-cell': (said) => ({
    message: `“${said('label')}” is empty`,
    fix: 'This column must be filled in',
  }),
  'input-shape': (said) => ({
    message: `“${said('label')}” is written in a form that isn't known`,
    fix: 'Write a value, or {value, unit, source, evidence, moment}',
  }),
  'input-type': (said) => ({
    message: `“${said('label')}” can't be “${said('given')}”`,
    fix: `Write ${kind(said('wanted'))}`,
  }),
  'input-number': (said) => ({
    message: `“${said('given')}” is no usable number for “${said('label')}”`,
    fix: said('unit') === '' ? 'Write a number' : `Write a number; its unit is ${said('unit')}`,
  }),
  'input-unit': (said) => ({
    message: `“${said('label')}” can't be in “${said('given')}”`,
    fix: said('unit') === '万元' ? 'Use 万元, 元 or 亿元' : `Use ${said('unit')}`,
  }),
  'input-whole': (said) => ({
    message: `“${said('label')}” must be a whole number, not “${said('given')}”`,
    fix: 'Write a whole number',
  }),
  'input-date': (said) => ({
    message: `“${said('given')}” of “${said('label')}” is no date of the calendar`,
    fix: 'Write a date such as "2021-12-31"',
  }),
  'input-range': (said) => ({
    message: `“${said('given')}” is out of range for “${said('label')}”`,
    fix: range(said('least'), said('most')),
  }),
  'input-option': (said) => ({
    message: `“${said('label')}” has no option “${said('given')}”`,
    fix: nearestOr(said, `One of: ${said('words')}`),
  }),
  'input-unknown-region': (said) => ({
    message: `“${said('label')}”: there is no region “${said('given')}”`,
    fix: 'Write the name of a city or county, such as "昆山市"',
  }),
  'input-ambiguous': (said) => ({
    message: `“${said('label')}”: there is more than one “${said('given')}”`,
    fix: `Write the full name: ${said('candidates')}`,
  }),
  'input-empty': (said) => ({
    message: `“${said('label')}” is empty`,
    fix: 'Leave out what is unknown; write {none: true} for what there is none of',
  }),
  'input-none': (said) => ({
    message: `“${said('label')}” can't be none`,
    fix: 'Leave out what is unknown',
  }),
  'input-moment': (said) => ({
    message: `There is no moment “${said('given')}”`,
    fix: '申报 (application) or 验收 (acceptance)',
  }),
  'input-rows': (said) => ({
    message: `“${said('label')}” must be a list of at most ${said('limit')} rows`,
    fix: 'Write a list of rows, or {rows: […], complete: false} where some are left out',
  }),
  'input-row': (said) => ({
    message: `This row of “${said('label')}” is written in a form that isn't known`,
    fix: 'Write each row as an object: column → value',
  }),
  'input-unknown-clock': (said) => ({
    message: `The round sets no date “${said('name')}”`,
    fix: 'A round takes only the facts whose “supplied” is 批次',
  }),
  'input-unknown-call': (said) => ({
    message: `There is no call condition “${said('name')}”`,
    fix: "The ids are those of the guide's call conditions",
  }),
  'input-unknown-reading': (said) => ({
    message: `There is no reading “${said('name')}”, or it has no other`,
    fix: "The ids are those of the guide's readings",
  }),
};

const LONGEST = 80;

/** The English sentence of bad input, and what to do. */
export function englishOf({ code, facts }: Pick<InputFault, 'code' | 'facts'>): English {
  const make = Object.hasOwn(ENGLISH, code) ? ENGLISH[code] : undefined;
  if (!make) return { message: `Bad input (${code})`, fix: '' };
  return make((name) => {
    const fact = facts[name] ?? '';
    return fact.length > LONGEST && name !== 'words' && name !== 'candidates'
      ? `${fact.slice(0, LONGEST)}…`
      : fact;
  });
}

function kind(wanted: string): string {
  return KINDS[wanted.replace(/（.*/u, '')] ?? 'a number with its unit';
}

function nearestOr(said: Said, otherwise: string): string {
  return said('nearest') === '' ? otherwise : `Did you mean “${said('nearest')}”?`;
}

function range(least: string, most: string): string {
  if (least === '') return `At most ${most}`;
  return most === '' ? `At least ${least}` : `Between ${least} and ${most}`;
}
