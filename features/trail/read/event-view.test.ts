import type { Role } from '@fuchi/workflow/role';
import { expect, test } from 'vitest';
import { eventView } from './event-view.ts';
import type { TrailRow } from './trail-store.ts';

const ROW: TrailRow = {
  id: '9',
  at: new Date('2022-03-16T01:05:00Z'),
  subjectKind: 'application',
  subjectId: '3',
  number: 2,
  kind: 'application-returned',
  account: '7',
  name: '示例经办',
  role: 'recommender-handler',
  organisation: '4',
  organisationName: '示例县工信局',
  standsInForName: '示例负责人',
  address: '192.0.2.7',
  before: null,
  after: { reason: '缺审计报告' },
  guide: null,
  digest: 'f'.repeat(64),
  sealed: null,
};
const NAMES = { subjects: new Map([['application 3', '示例项目']]), lines: new Map() };
const as = (role: Role, account = '1', organisation = '2') =>
  eventView(ROW, { account, role, organisation: { id: organisation } }, NAMES);

test('申报单位知道是哪个单位、哪个岗位，不知道是谁、从哪里', () => {
  expect(as('filler')).toMatchObject({
    says: '退回修改',
    subject: { says: '申报 3', name: '示例项目' },
    by: {
      name: null,
      account: null,
      role: '推荐单位经办人',
      organisation: '示例县工信局',
      standsInFor: null,
      address: null,
    },
    changes: [{ field: '原因', before: null, after: '缺审计报告' }],
  });
});

test('同单位的人知道是谁，自己做的还知道从哪里', () => {
  expect(as('filler', '1', '4').by).toMatchObject({ name: '示例经办', address: null });
  expect(as('filler', '7').by).toMatchObject({ name: '示例经办', address: '192.0.2.7' });
});

test('官员知道是谁，审计人员还知道从哪里', () => {
  expect(as('planning').by).toMatchObject({
    name: '示例经办',
    standsInFor: '示例负责人',
    address: null,
  });
  expect(as('auditor').by.address).toBe('192.0.2.7');
});

test('三员看见有这件事，看不见申报的内容', () => {
  expect(as('audit-admin')).toMatchObject({ says: '退回修改', changes: null });
  expect(as('auditor').changes).not.toBeNull();
});
