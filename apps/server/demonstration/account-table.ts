/** Somebody of the demonstration, as whoever started it is told. */
export interface ShownAccount {
  readonly login: string;
  /** In Chinese. */
  readonly role: string;
  readonly name: string;
  readonly unit: string;
}

export interface DemonstrationAccounts {
  /** Everybody's: random, and kept nowhere. */
  readonly password: string;
  readonly shown: readonly ShownAccount[];
}

const GAP = '  ';

/** The accounts as a table for a terminal. */
export function accountTable({ password, shown }: DemonstrationAccounts): string {
  const heading: ShownAccount = { login: '账号', role: '角色', name: '姓名', unit: '单位' };
  const rows = [heading, ...shown].map(({ login, role, name, unit }) => [login, role, name, unit]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const lines = rows.map((row) =>
    row
      .map((text, column) => padded(text, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  return [
    '演示账号（单位和人员都是示例）。密码都是：',
    '',
    `  ${password}`,
    '',
    ...lines.map((line) => `  ${line}`),
    '',
    '密码只显示这一次。忘了可用 fuchi demo --new-password 换一个。',
  ].join('\n');
}

/** Columns a terminal takes: a Chinese character two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
