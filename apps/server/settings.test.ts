import { expect, test } from 'vitest';
import { logLevelOf, modeOf, ratesOf, trustedProxiesOf, workersOf } from './settings.ts';

test('the rates: as they come, one for both, one for each', () => {
  expect(ratesOf({})).toEqual({ ready: 600, answers: 120 });
  expect(ratesOf({ FUCHI_RATE: '' })).toEqual({ ready: 600, answers: 120 });
  expect(ratesOf({ FUCHI_RATE: '50' })).toEqual({ ready: 50, answers: 50 });
  expect(ratesOf({ FUCHI_RATE: '1000, 200' })).toEqual({ ready: 1000, answers: 200 });
});

test.each(['0', '-1', '1e3', '1.5', 'many', '1,2,3', '5,', '9999999'])(
  'a rate of %j is refused',
  (text) => {
    expect(() => ratesOf({ FUCHI_RATE: text })).toThrow('FUCHI_RATE 应为每分钟的次数');
  },
);

test('proxies are named by address or network; nobody is trusted unless named', () => {
  expect(trustedProxiesOf({})).toEqual([]);
  expect(trustedProxiesOf({ FUCHI_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1' })).toEqual([
    '127.0.0.1',
    '10.0.0.0/8',
    '::1',
  ]);
});

test.each(['true', '*', '0.0.0.0/0', '10.0.0.0/33', 'proxy.example', '10.0.0', '10.0.0.0/8/8'])(
  'a proxy %j is refused',
  (text) => {
    expect(() => trustedProxiesOf({ FUCHI_TRUSTED_PROXIES: `127.0.0.1,${text}` })).toThrow(
      `现有“${text}”`,
    );
  },
);

test('threads: as said, else as the machine has use for', () => {
  expect([workersOf({}), workersOf({ FUCHI_WORKERS: '' })]).toEqual([undefined, undefined]);
  expect(workersOf({ FUCHI_WORKERS: '8' })).toBe(8);
});

test.each(['0', '1', '65', '2.5', 'all'])('%j threads are refused', (text) => {
  expect(() => workersOf({ FUCHI_WORKERS: text })).toThrow('FUCHI_WORKERS 应为 2 到 64 的整数');
});

test('环境：命令有自己的惯例，FUCHI_MODE 说了就非它不可', () => {
  expect(modeOf({}, 'demonstration')).toEqual({ mode: 'demonstration', demanded: false });
  const asked = { mode: 'production', demanded: true };
  expect(modeOf({ FUCHI_MODE: 'production' }, 'demonstration')).toEqual(asked);
  expect(() => modeOf({ FUCHI_MODE: 'prod' }, 'demonstration')).toThrow('FUCHI_MODE 应为');
});

test('日志：正式环境记下每个请求，演示只记故障，FUCHI_LOG 另定', () => {
  expect(logLevelOf({}, 'production')).toBe('info');
  expect(logLevelOf({}, 'demonstration')).toBe('warn');
  expect(logLevelOf({ FUCHI_LOG: 'off' }, 'production')).toBe('off');
  expect(() => logLevelOf({ FUCHI_LOG: 'loud' }, 'production')).toThrow('FUCHI_LOG 应为');
});
