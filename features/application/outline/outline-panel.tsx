import { Panel } from '@fuchi/ui/panel.tsx';

/** 资金申请报告: written from an outline that holds what the draft says, and handed in as a paper. */
export function OutlinePanel({ application }: { readonly application: string }) {
  return (
    <Panel title="资金申请报告">
      <p className="panel-lead">
        <a href={`/api/applications/${application}/report-outline`} download>
          下载提纲（Word）
        </a>{' '}
        <span className="quiet small">
          已填的内容都在里面，“【】”里是要写的；写好后在上面的“其他材料”里上传。
        </span>
      </p>
    </Panel>
  );
}
