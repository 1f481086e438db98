import { guideFromJson } from '@fuchi/policy/guide-json';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoundDesk, type RoundDesk } from './rounds.fixture.ts';

let desk: RoundDesk;
beforeAll(async () => {
  desk = await openRoundDesk();
}, 120_000);
afterAll(() => desk.close());

describe('指南版本', () => {
  test('再发布同一份是已有的；改了内容不改版本号不收', { timeout: 120_000 }, async () => {
    const again = await desk.people.planner.browser.post('/api/desk/guides/shipped?publish=yes');
    expect(again.json()).toMatchObject({ published: 'before', digest: desk.guide });
    const other = await desk.upload(
      [desk.edited('calendars.yaml', '全书只写这一处', '全书只写在这一处')],
      'yes',
    );
    expect(other.json()).toMatchObject({ count: 0, published: 'none', taken: desk.guide });
    expect((await desk.people.planner.browser.get('/api/guides')).json().guides).toHaveLength(1);
  });

  test('有错的指南：哪个文件哪一行都说出来，不发布', { timeout: 120_000 }, async () => {
    const checked = await desk.upload(
      [desk.edited('call.yaml', '<= 1个', '<= 1'), desk.edited('guide.yaml', '1.0.0', '1.0.2')],
      'yes',
    );
    expect(checked.json()).toMatchObject({ published: 'none', count: 1 });
    const [fault] = checked.json().faults;
    expect(fault).toMatchObject({ file: 'call.yaml', message: expect.stringMatching(/单位/) });
    expect(fault.line).toBeGreaterThan(30);
    const example = await desk.upload(
      [
        desk.edited('cases/data-product.yaml', '上限: "400"', '上限: "401"'),
        desk.edited('guide.yaml', '1.0.0', '1.0.2'),
      ],
      'yes',
    );
    expect(example.json()).toMatchObject({ published: 'none' });
    expect(example.json().faults[0]).toMatchObject({
      file: 'cases/data-product.yaml',
      line: 1,
      code: 'case-differs',
    });
  });

  test('不是压缩包、不是指南、类型不对，都有话说', async () => {
    const send = (payload: Buffer, type?: string) => desk.sendZip(payload, 'no', type);
    expect((await send(Buffer.from('x'))).json()).toMatchObject({
      code: 'refused-file',
      message: '压缩包不完整，或者不是 .zip 文件',
    });
    const empty = Buffer.from(zipSync({ 'a.yaml': new Uint8Array(1) }));
    expect((await send(empty)).json()).toMatchObject({
      message: '压缩包里没有 guide.yaml，请打包整个指南文件夹',
    });
    expect((await send(empty, 'text/plain')).json()).toMatchObject({ code: 'wrong-zip' });
  });

  test('发布的一版，谁都能按摘要值取得；没有发布的没有', async () => {
    const { browser } = desk.people.planner;
    const url = `/api/guides/${desk.guide}`;
    browser.cookies.clear();
    const got = await browser.get(url);
    const read = guideFromJson(got.body);
    expect(read.ok && read.guide.guide.digest).toBe(desk.guide);
    const headers = { 'if-none-match': got.headers.etag };
    expect((await browser.send('GET', url, undefined, { headers })).statusCode).toBe(304);
    const none = await browser.get(`/api/guides/${'f'.repeat(64)}`);
    expect(none.statusCode).toBe(404);
  });
});
