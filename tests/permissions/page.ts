import { ALL_ROLES, ROLES } from '@fuchi/workflow/role';
import { DECISIONS, type Who } from './decisions.ts';
import { type Operation, routeOf } from './portal.ts';

const HEAD = `# 权限表

每个地址谁能用。这一页由 \`tests/permissions/decisions.ts\` 写出；测试把每一格与运行中的系统逐一比对，没有定的地址通不过。
岗位能用一个地址，不等于能看别人的：本单位、本辖区、本人所管类别以外的，与不存在的回答一样（404）。
标“全部”的岗位在这个地址能看到所有单位的。公开接口（测算、指南、申报表）和网页任何人都能用，不在表里。
`;

/** docs/permissions.md: a table for each group, a row for each address, a column for each role that is told apart. */
export function permissionsPage(operations: readonly Operation[]): string {
  const says = new Map(operations.map((operation) => [routeOf(operation), operation.says]));
  const parts = DECISIONS.map(({ name, routes }) => {
    const rows = Object.entries(routes).map(([route, decided]) => {
      const { who, everybodys = [] } =
        typeof decided === 'object' && 'who' in decided ? decided : { who: decided };
      const all =
        everybodys === 'anybody' ? '任何人' : everybodys.map((role) => ROLES[role].name).join('、');
      return `| ${says.get(route) ?? ''} | \`${route}\` | ${whoText(who)} | ${all} |`;
    });
    return [`## ${name}`, '', '| 事项 | 地址 | 谁能用 | 全部 |', '|---|---|---|---|', ...rows, ''];
  });
  return [HEAD, ...parts.flat(), ...byRole(says)].join('\n');
}

/** The same the other way round: what each role may do beyond what anybody who is signed in may. */
function byRole(says: ReadonlyMap<string, string>): readonly string[] {
  const decided = DECISIONS.flatMap(({ routes }) => Object.entries(routes));
  const rows = ALL_ROLES.map((role) => {
    const own = decided.flatMap(([route, value]) => {
      const { who } = typeof value === 'object' && 'who' in value ? value : { who: value };
      return typeof who === 'object' && who.includes(role) ? [says.get(route) ?? route] : [];
    });
    return `| ${ROLES[role].name} | ${own.join('；')} |`;
  });
  return [
    '## 按岗位',
    '',
    '登录的人都能用的不重复列。',
    '',
    '| 岗位 | 能做的事 |',
    '|---|---|',
    ...rows,
    '',
  ];
}

function whoText(who: Who): string {
  if (who === 'anybody') return '任何人';
  if (who === 'own-session') return '已输入账号密码的人';
  if (who === 'signed-in') return '登录的人';
  const names = ALL_ROLES.filter((role) => who.includes(role)).map((role) => ROLES[role].name);
  return names.join('、');
}
