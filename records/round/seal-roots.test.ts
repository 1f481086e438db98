import { expect, test } from 'vitest';
import { ED25519_ROOT, LEAF, ROOT } from './seal-roots.fixture.ts';
import { readSealRoots } from './seal-roots.ts';

const faults = (text: string) =>
  readSealRoots(text).faults.map(({ line, code, name }) => `${line} ${code} ${name}`.trim());

test('读出每张根证书：名称、有效期、指纹；块外的说明不看', () => {
  const { roots, faults: none } = readSealRoots(
    `示例机构的根证书\r\n${ROOT.replaceAll('\n', '\r\n')}\n`,
  );
  expect(none).toEqual([]);
  expect(roots).toMatchObject([{ name: '示例电子认证根证书' }]);
  expect(roots[0]?.until.getUTCFullYear()).toBe(2036);
  expect(roots[0]?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
});

test('贴坏的，各说在哪一行、是什么', () => {
  expect(faults('')).toEqual(['1 root-none']);
  expect(faults('没有证书')).toEqual(['1 root-none']);
  const cut = ROOT.split('\n').slice(0, 4);
  expect(faults(cut.join('\n'))).toEqual(['1 root-broken CERTIFICATE']);
  expect(faults([...cut, '-----END CERTIFICATE-----'].join('\n'))).toEqual([
    '1 root-broken CERTIFICATE',
  ]);
  const lines = ROOT.split('\n').length;
  expect(faults(`${ROOT}\n${ROOT}`)).toEqual([`${lines + 1} root-twice 示例电子认证根证书`]);
  expect(faults(`${ROOT}\n\n${LEAF}`)).toEqual([`${lines + 2} root-not-ca 示例企业`]);
  expect(faults(ED25519_ROOT)).toEqual(['1 root-algorithm 示例ED根证书']);
  expect(faults('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----')).toEqual([
    '1 root-not-certificate PRIVATE KEY',
  ]);
});
