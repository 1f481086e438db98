import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { useEffect, useRef, useState } from 'react';
import '@fuchi/ui/entry/entry.css';
import { askedRows } from '../asked-rows.ts';
import { useApplication } from '../frame/application-world.ts';
import { AskedField } from '../frame/asked-field.tsx';
import { AskedRowList } from '../frame/asked-row-list.tsx';
import { useAskedFocus } from '../frame/use-asked-focus.ts';
import { useJudged } from '../frame/use-judged.ts';
import { AUDIT_CODE } from '../numbers/audit-code.ts';
import { auditFaults, OPINIONS } from './audit-faults.ts';
import { asksAudits, auditPapers } from './audit-papers.ts';
import { type AuditFirms, auditFirms } from './contract.ts';
import { FirmField } from './firm-field.tsx';
import '../frame/asked-fields.css';

/** 审计报告: each report the application rests on, as a record; its scan is handed in with the papers. */
export function AuditsPage() {
  const { view, draft, reload } = useApplication();
  const { program, papers } = useJudged();
  const { ask, fault: unread } = useDesk();
  const [listed, setListed] = useState<AuditFirms>();
  useAskedFocus();
  const rows = askedRows(draft.values, 'audit');
  const firms = rows.map(({ cells }) => cells.get('会计师事务所') ?? '').join('\n');
  const kept = useRef(firms);
  useEffect(() => {
    // What the register says of the firms is a fact of the application: it is asked for once they are kept.
    if (draft.waiting > 0 || kept.current === firms) return;
    kept.current = firms;
    reload();
  }, [draft.waiting, firms, reload]);
  useEffect(() => {
    const path = `/api/applications/${view.id}/audit-firms`;
    void ask({ path }, auditFirms).then(setListed);
  }, [ask, view.id]);
  if (!asksAudits(program.line)) {
    return (
      <Panel title="审计报告">
        <p className="panel-lead">本类别不需要审计报告。</p>
      </Panel>
    );
  }
  const asked = auditPapers(program.line, papers);
  const faults = auditFaults({
    rows,
    papers: asked,
    listed: listed ?? { source: null, firms: [] },
    asOf: view.asOf,
  });
  const wrong = (path: string) =>
    faults.find((fault) => fault.path === path && !fault.missing && fault.blocks)?.says;
  const required = asked.filter((paper) => paper.required).map(({ name }) => name);
  return (
    <Panel title="审计报告">
      <p className="quiet small panel-lead">
        {required.length > 0
          ? `须登记：${required.join('、')}。`
          : '提交审计报告的，在这里登记；提交本单位明细的不用登记。'}
        报告的扫描件在“材料”里上传。
      </p>
      <AskedRowList part="audit" name="审计报告" counter="份">
        {({ key, cells }) => {
          const field = (column: string) => ({
            part: 'audit' as const,
            steps: [key, column],
            label: column,
            wrong: wrong(`${key}/${column}`),
          });
          return (
            <>
              <AskedField {...field('报告类型')} choices={asked.map(({ name }) => name)} />
              <AskedField {...field('年度')} most={40} hint="所审计的年度，如2021" />
              <FirmField
                row={key}
                told={cells.get('综合评价等级')}
                listed={listed}
                unread={unread?.message}
                wrong={listed && wrong(`${key}/会计师事务所`)}
              />
              <AskedField {...field('报告文号')} />
              <AskedField {...field('报告日期')} date />
              <AskedField
                {...field(AUDIT_CODE)}
                most={100}
                hint="报告首页的报备编码或验证码。同一份报告不能由两家单位使用。"
              />
              <AskedField {...field('注册会计师')} hint="签字的注册会计师，至少两名，用顿号分开" />
              <AskedField {...field('审计意见')} choices={OPINIONS} />
              <AskedField {...field('审定金额')} hint="写明单位，如1200万元；没有的填“无”" />
            </>
          );
        }}
      </AskedRowList>
    </Panel>
  );
}
