import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { fieldsForTests } from '@fuchi/record-application/application.fixture';

/** Conditions of the yearly call, as an example's applicant answers them. */
export const CALL: Readonly<Record<string, string>> = {
  独立法人: '是',
  经营年限: '8年',
  财务机构和制度健全: '是',
  有严重失信行为: '否',
  有已获支持而未验收的项目: '否',
  同一项目已获国家或省级财政资金: '否',
  项目发票已在其他项目使用: '否',
  近三年事故最高等级: '没有事故',
  本年度申报项目数: '1个',
  申报单位注册地: '江苏省南京市',
  审计机构综合评价: '不使用审计报告',
};
const PAPERS = ['资金申请报告', '营业执照或法人登记证书', '培训方案和预算表'];

/**
 * Adds to an example of 领军人才培训 what its whole check still asks: the call's facts, a recommender of the round, papers.
 * @returns the recommender's organisation
 */
export async function completeForTests(
  db: Database,
  of: { readonly application: string; readonly round: string; readonly account: string },
  now: Date,
): Promise<string> {
  const { application, round, account } = of;
  const answers = Object.entries(CALL).map(([fact, value]) => [`fact/${fact}`, value]);
  await fieldsForTests(db, of, Object.fromEntries(answers), now);
  const recommender = await recommenderOf(db, round);
  await db
    .updateTable('application')
    .set({ recommender_id: recommender })
    .where('id', '=', application)
    .execute();
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/pdf', stored_at: now })
    .execute();
  await db
    .insertInto('application_paper')
    .values(
      PAPERS.map((paper, i) => ({
        application_id: application,
        paper,
        digest,
        name: `${paper}.pdf`,
        type: 'pdf',
        size: '1000',
        position: i + 1,
        added_at: now,
        added_by: account,
      })),
    )
    .execute();
  return recommender;
}

/** The round's one recommender, which is added to it. */
async function recommenderOf(db: Database, round: string): Promise<string> {
  const there = await db
    .selectFrom('round_recommender')
    .select('organisation_id')
    .where('round_id', '=', round)
    .executeTakeFirst();
  if (there) return there.organisation_id;
  const { id } = await db
    .insertInto('organisation')
    .values({
      kind: 'recommender',
      name: '示例南京市工业和信息化局',
      territory: '320100',
      level: 'city',
      department: '工信',
      created_at: new Date(0),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('round_recommender')
    .values({ round_id: round, organisation_id: id, territory: '320100', through_id: null })
    .execute();
  return id;
}

/** Every page of every print of a version stands in one scan, as its code says. */
export async function sealForTests(
  db: Database,
  of: { readonly application: string; readonly version: number; readonly account: string },
  now: Date,
): Promise<void> {
  const { application, version, account } = of;
  const prints = await db
    .selectFrom('application_print')
    .select(['kind', 'pages', 'digest'])
    .where('application_id', '=', application)
    .where('version', '=', version)
    .execute();
  const pages = prints.flatMap(({ kind, pages: count }) =>
    Array.from({ length: count }, (_, i) => ({ how: 'code', kind, page: i + 1 })),
  );
  await db
    .insertInto('sealed_scan')
    .values({
      application_id: application,
      version,
      digest: prints[0]?.digest ?? '',
      name: '盖章件（示例）.pdf',
      type: 'pdf',
      size: '1000',
      pages: JSON.stringify(pages),
      added_at: now,
      added_by: account,
    })
    .execute();
}
