import { Panel } from '@fuchi/ui/panel.tsx';

/** 合订本: everything of the version in one file. */
export function BookSection({ application }: { readonly application: string }) {
  const path = `/api/applications/${application}/book`;
  return (
    <Panel title="合订本">
      <p className="quiet small panel-lead">
        封面、目录、申报书、绩效目标表、承诺书、资金申请报告和各项材料按次序合成一个PDF，页码连着编；盖章页交齐的用盖章的扫描件。页数多时要等半分钟。
      </p>
      <p>
        <a href={`${path}?as=pdf`} target="_blank" rel="noreferrer">
          下载合订本（PDF）
        </a>
        {'　'}
        <a href={`${path}?as=docx`} target="_blank" rel="noreferrer">
          下载系统生成部分的Word（ZIP）
        </a>
      </p>
    </Panel>
  );
}
