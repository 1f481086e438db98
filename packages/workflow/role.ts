/**
 * What somebody acts as (practice.md, People). A role is held in an organisation of its kind; what it reaches is
 * limited by that organisation, by territory and by line.
 */
export const ROLES = {
  'applicant-admin': { name: '单位管理员', of: 'applicant', reach: 'own' },
  filler: { name: '填报人', of: 'applicant', reach: 'own' },
  submitter: { name: '提交人', of: 'applicant', reach: 'own' },
  'recommender-handler': { name: '推荐单位经办人', of: 'recommender', reach: 'territory' },
  'recommender-lead': { name: '推荐单位负责人', of: 'recommender', reach: 'territory' },
  planning: { name: '综合规划处经办人', of: 'office', reach: 'all' },
  'line-officer': { name: '条线处室经办人', of: 'office', reach: 'lines' },
  'office-head': { name: '处室负责人', of: 'office', reach: 'lines' },
  leader: { name: '分管领导', of: 'office', reach: 'all' },
  'finance-officer': { name: '财政经办人', of: 'finance', reach: 'all' },
  'finance-head': { name: '财政负责人', of: 'finance', reach: 'all' },
  expert: { name: '专家', of: 'expert-pool', reach: 'drawn' },
  auditor: { name: '审计人员', of: 'audit', reach: 'all' },
  'system-admin': { name: '系统管理员', of: 'administration', reach: 'accounts' },
  'security-admin': { name: '安全管理员', of: 'administration', reach: 'security' },
  'audit-admin': { name: '审计管理员', of: 'administration', reach: 'trail' },
} as const satisfies Readonly<Record<string, RoleSpec>>;

export interface RoleSpec {
  /** As screens call it. */
  readonly name: string;
  readonly of: OrganisationKind;
  /**
   * own: its organisation's; territory: what lies in its organisation's region; lines: the lines it owns; drawn: what
   * it was drawn for; all: everything of the fund; accounts, security, trail: an administrator's part and no application.
   */
  readonly reach:
    | 'own'
    | 'territory'
    | 'lines'
    | 'drawn'
    | 'all'
    | 'accounts'
    | 'security'
    | 'trail';
}

export const ORGANISATION_KINDS = {
  applicant: '申报单位',
  recommender: '项目推荐单位',
  office: '省级处室',
  finance: '财政部门',
  'expert-pool': '专家库',
  audit: '审计部门',
  administration: '系统管理',
} as const;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

export type Role = keyof typeof ROLES;

/** All roles, in the order of the table. */
export const ALL_ROLES = Object.keys(ROLES) as readonly Role[];

/** Whether a text is the name of a role: a row of the database, a part of a request. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** Whether a text is the name of a kind of organisation. */
export function isOrganisationKind(text: string): text is OrganisationKind {
  return Object.hasOwn(ORGANISATION_KINDS, text);
}

/**
 * Roles one person can't hold together: who keeps accounts, who keeps security and who keeps the trail are three
 * people, and none of them works on applications.
 * @example conflictOf(['system-admin'], 'audit-admin') // 'system-admin'
 */
export function conflictOf(held: readonly Role[], role: Role): Role | undefined {
  return held.find((other) => other !== role && (isAdministrator(other) || isAdministrator(role)));
}

function isAdministrator(role: Role): boolean {
  return ROLES[role].of === 'administration';
}
