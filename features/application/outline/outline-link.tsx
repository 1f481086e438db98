/** 资金申请报告 is written from an outline that holds what the draft says. */
export function OutlineLink({ application }: { readonly application: string }) {
  return (
    <p>
      <a href={`/api/applications/${application}/report-outline`} download>
        下载提纲（Word）
      </a>{' '}
      <span className="quiet small">
        已填的内容都在里面，“【】”里是要写的；写好后转成PDF在这里上传，装订时排在各项材料前面。
      </span>
    </p>
  );
}
