import type { Role } from '@fuchi/workflow/role';

/** Somebody of the demonstration, with one duty. */
export interface DemonstrationPerson {
  readonly login: string;
  /** Invented: every given name is 示例. */
  readonly name: string;
  /** An office's or enterprise's key, or a recommender's: 工信 320500. */
  readonly unit: string;
  readonly role: Role;
}

/** Somebody for each role; of those who see only their own, some of several units. */
export const PEOPLE: readonly DemonstrationPerson[] = [
  { login: 'jinggong', name: '陈示例', unit: 'precision', role: 'applicant-admin' },
  { login: 'jinggong-tianbao', name: '林示例', unit: 'precision', role: 'filler' },
  { login: 'jinggong-tijiao', name: '黄示例', unit: 'precision', role: 'submitter' },
  { login: 'ruanjian', name: '吴示例', unit: 'software', role: 'applicant-admin' },
  { login: 'ruanjian-tijiao', name: '徐示例', unit: 'software', role: 'submitter' },
  { login: 'jixie', name: '孙示例', unit: 'machinery', role: 'applicant-admin' },
  { login: 'pingtai', name: '胡示例', unit: 'platform', role: 'applicant-admin' },
  { login: 'fuwu', name: '朱示例', unit: 'service', role: 'applicant-admin' },
  { login: 'xinnengyuan', name: '高示例', unit: 'energy', role: 'applicant-admin' },
  { login: 'xincailiao', name: '何示例', unit: 'young', role: 'applicant-admin' },
  { login: 'kunshan', name: '郭示例', unit: '工信 320583', role: 'recommender-handler' },
  { login: 'kunshan-fuzeren', name: '马示例', unit: '工信 320583', role: 'recommender-lead' },
  { login: 'kunshan-caizheng', name: '罗示例', unit: '财政 320583', role: 'recommender-handler' },
  { login: 'xinyi', name: '梁示例', unit: '工信 320381', role: 'recommender-handler' },
  { login: 'suzhou', name: '宋示例', unit: '工信 320500', role: 'recommender-handler' },
  { login: 'suzhou-fuzeren', name: '郑示例', unit: '工信 320500', role: 'recommender-lead' },
  { login: 'nanjing', name: '谢示例', unit: '工信 320100', role: 'recommender-handler' },
  { login: 'guihua', name: '韩示例', unit: 'planning', role: 'planning' },
  { login: 'guihua-chuzhang', name: '唐示例', unit: 'planning', role: 'office-head' },
  { login: 'zhizao', name: '冯示例', unit: 'intelligent', role: 'line-officer' },
  { login: 'zhizao-chuzhang', name: '董示例', unit: 'intelligent', role: 'office-head' },
  { login: 'ruanjianchu', name: '萧示例', unit: 'software-office', role: 'line-officer' },
  { login: 'lingdao', name: '程示例', unit: 'leaders', role: 'leader' },
  { login: 'caizheng', name: '曹示例', unit: 'finance', role: 'finance-officer' },
  { login: 'caizheng-fuzeren', name: '袁示例', unit: 'finance', role: 'finance-head' },
  { login: 'zhuanjia', name: '邓示例', unit: 'experts', role: 'expert' },
  { login: 'shenji', name: '许示例', unit: 'audit', role: 'auditor' },
  { login: 'xitong', name: '傅示例', unit: 'administration', role: 'system-admin' },
  { login: 'anquan', name: '沈示例', unit: 'administration', role: 'security-admin' },
  { login: 'shenjiguanli', name: '曾示例', unit: 'administration', role: 'audit-admin' },
];
