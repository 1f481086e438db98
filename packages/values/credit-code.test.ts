import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeWarnings, overrideCreditCode, parseCreditCode } from './credit-code.ts';

const warnings = (text: string): readonly string[] => {
  const parsed = overrideCreditCode(text, '企业提供营业执照原件');
  return parsed.ok ? creditCodeWarnings(parsed.value).map((each) => each.code) : [parsed.code];
};

describe('codes that are valid', () => {
  it.each([
    ['914403001922038216', '华为技术有限公司'],
    ['91440300192317458F', '比亚迪股份有限公司'],
    ['91110108551385082Q', '小米科技有限责任公司'],
    ['9132070070404786XB', '江苏恒瑞医药股份有限公司'],
    ['913207006083959289', '江苏豪森药业集团有限公司'],
    ['9112000023944464XD', '天士力医药集团股份有限公司'],
    ['91330100799655058B', '阿里巴巴(中国)有限公司'],
    ['9144030071526726XG', '腾讯科技(深圳)有限公司'],
    ['91110000802100433B', '北京百度网讯科技有限公司'],
    ['91320500608296911W', '江苏亨通光电股份有限公司'],
    ['91320000714085405J', '南京钢铁股份有限公司'],
    ['91350100M000100Y43', 'the standard’s sample, corrected'],
  ])('%s %s', (text) => {
    const parsed = parseCreditCode(text);
    expect(parsed).toEqual({ ok: true, value: { text } });
    expect(warnings(text)).toEqual([]);
  });

  it.each([
    ['lower case', '91440300192317458f'],
    ['blanks around', '  91440300192317458F\n'],
    ['blanks within, as licences print it', '9144 0300 1923\u00a017458F'],
    ['full width', '９１４４０３００１９２３１７４５８Ｆ'],
  ])('%s is normalised', (_, text) => {
    expect(parseCreditCode(text)).toMatchObject({ value: { text: '91440300192317458F' } });
  });
});

describe('codes that are not', () => {
  it.each([
    ['914403001922038217', 'check-digit', { expected: '6', found: '7' }],
    ['91350100M000100Y4Z', 'bad-character', { character: 'Z' }],
    ['91440300192203821', 'bad-length', { length: '17' }],
    ['9144030019220382166', 'bad-length', { length: '19' }],
    ['9132070070404786XO', 'bad-character', { character: 'O' }],
    ['91310115MA1G4L1WXK', 'check-digit', { expected: '7' }],
    ['91350211M0000XUF46', 'check-digit', { expected: 'R' }],
    ['914403001923987654', 'check-digit', {}],
    ['', 'empty', {}],
    ['9144-0300-1922-0382-16', 'bad-character', { character: '-' }],
  ])('%s: %s', (text, code, facts) => {
    expect(parseCreditCode(text)).toMatchObject({ ok: false, code, facts });
  });

  it('points at the bad character', () => {
    expect(parseCreditCode(' 9132070070404786XO')).toMatchObject({ at: 18 });
    expect(parseCreditCode(' 9132 0700 70404786XO')).toMatchObject({ at: 20 });
  });

  it('an invented code fails the organisation check inside too', () => {
    expect(warnings('91310115MA1G4L1WXK')).toEqual(['check-digit', 'inner-check-digit']);
  });
});

describe('an officer may accept a code whose check fails', () => {
  it('with a reason, which the code then carries', () => {
    expect(overrideCreditCode('91350211m0000xuf46', ' 福建早期赋码 ')).toEqual({
      ok: true,
      value: { text: '91350211M0000XUF46', overridden: '福建早期赋码' },
    });
    expect(overrideCreditCode('91350211M0000XUF46', ' ')).toMatchObject({ code: 'no-reason' });
    expect(warnings('91350211M0000XUF46')).toContain('check-digit');
  });

  it('but not one that is malformed; and a good code needs none', () => {
    expect(overrideCreditCode('91350100M000100Y4Z', '有原件')).toMatchObject({
      code: 'bad-character',
    });
    expect(overrideCreditCode('914403001922038216', '有原件')).toEqual({
      ok: true,
      value: { text: '914403001922038216' },
    });
  });
});

describe('every kind of holder', () => {
  const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  /** The oracle: Horner's rule in base 3, instead of a table of weights. */
  const check = (seventeen: string): string => {
    const sum = [...seventeen].reduceRight(
      (total, each) => (total * 3 + charset.indexOf(each)) % 31,
      0,
    );
    return charset.charAt((31 - sum) % 31);
  };
  const body = fc.stringMatching(/^[0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}$/);

  it('passes with its own check digit: 机关 11, 事业单位 12, 社会团体 51, 民办非企业 52, 基金会 53, 企业 91 to 93', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('11', '12', '51', '52', '53', '91', '92', '93'),
        body,
        (prefix, rest) => {
          const seventeen = prefix + rest;
          expect(parseCreditCode(seventeen + check(seventeen)).ok).toBe(true);
        },
      ),
    );
  });

  it('the organisation code inside is sound when its weighted sum with the check is a multiple of 11', () => {
    const weights = [3, 7, 9, 10, 5, 8, 4, 2];
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/),
        fc.constantFrom(...'0123456789X'),
        (eight, last) => {
          const seventeen = `91320000${eight}${last}`;
          const parsed = parseCreditCode(seventeen + check(seventeen));
          const sum = weights.reduce(
            (total, weight, i) => total + weight * Number.parseInt(eight.charAt(i), 36),
            0,
          );
          const sound = (sum + (last === 'X' ? 10 : Number(last))) % 11 === 0;
          expect(parsed.ok && creditCodeWarnings(parsed.value).length === 0).toBe(sound);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('one wrong character or two exchanged neighbours are always noticed', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.integer({ min: 1, max: 30 }), (rest, at, shift) => {
        const seventeen = `91${rest}`;
        const good = [...(seventeen + check(seventeen))];
        const wrong = [...good];
        wrong[at] = charset.charAt((charset.indexOf(good[at] ?? '') + shift) % 31);
        expect(parseCreditCode(wrong.join(''))).toMatchObject({ code: 'check-digit' });
        const swapped = [...good];
        if (at === 0 || at === 17 || swapped[at - 1] === swapped[at]) return;
        [swapped[at - 1], swapped[at]] = [swapped[at] ?? '', swapped[at - 1] ?? ''];
        expect(parseCreditCode(swapped.join(''))).toMatchObject({ code: 'check-digit' });
      }),
    );
  });
});
