import fc from 'fast-check';

/** Texts that have broken some program before. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u{20BB7}\u{1F600}',
  '\u202e\u200f右至左',
  `'; drop table account; --`,
  `' or '1'='1`,
  '1 or 1=1',
  '%',
  '_',
  '\\',
  '\u0024{7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '%00%2e%2e%2f',
  'NaN',
  '-1',
  '0',
  '007',
  '1e3',
  '9'.repeat(19),
  '18446744073709551616',
  '2022-02-30',
  '10000-01-01',
  '0000-00-00',
  '2022-03-16T25:61:00Z',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  '字'.repeat(5_000),
  'a'.repeat(100_000),
  '\r\nset-cookie: x=1',
];

const NASTY_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.1,
  1e21,
  -0,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  [null],
  Array.from({ length: 2_000 }, () => 'x'),
  nested(60),
  { $where: '1' },
  { toString: 'x', valueOf: 1 },
  Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`key${n}`, n])),
];

/** Anything a field shouldn't hold. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.constantFrom(...NASTY_VALUES),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Ways to write a part of an address that isn't an id. */
export const nastySegment: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS.filter((text) => text.length <= 5_000)).map(inAddress),
  fc.constantFrom(
    '%c0%af',
    '%zz',
    '..%2f..%2f',
    '%2e%2e',
    '.',
    '..',
    '//',
    'a%2fb',
    '%',
    ';x=1',
    '*',
  ),
);

function inAddress(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : { deep: nested(depth - 1) };
}
