import { pairTable } from '@fuchi/documents/application/pair-table';
import { PRINT_PAGE, pageTextWidth } from '@fuchi/documents/application/print-furniture';
import { type OfficialDocument, paragraph } from '@fuchi/documents/document';
import { momentText } from '@fuchi/ui/moment-text';
import type { ReceiptView } from './contract.ts';

/** 申报回执 as it is printed: what was received and when, by the server's clock. */
export function receiptDocument(receipt: ReceiptView): OfficialDocument {
  const title = '申报回执';
  return {
    layout: 'report',
    language: 'zh-CN',
    title: `${title}（${receipt.number}）`,
    page: PRINT_PAGE,
    furniture: { head: '', foot: undefined, pageNumber: 'none' },
    blocks: [
      paragraph('title', title),
      pairTable(
        [
          { label: '受理编号', text: receipt.number },
          { label: '收到时间', text: `${momentText(receipt.receivedAt)}（以服务器时间为准）` },
          { label: '申报批次', text: receipt.round },
          { label: '项目类别', text: receipt.lineTitle },
          { label: '项目名称', text: receipt.title },
          { label: '申报单位', text: receipt.organisation },
          { label: '统一社会信用代码', text: receipt.creditCode ?? '' },
          { label: '项目推荐单位', text: receipt.recommender },
          { label: '提交人', text: receipt.submittedBy },
          { label: '版本', text: `第${receipt.version}版` },
          { label: '内容摘要（SM3）', text: receipt.contentDigest },
          { label: '回执摘要（SM3）', text: receipt.digest },
        ],
        pageTextWidth(PRINT_PAGE),
      ),
      paragraph('note', '本回执只说明申报系统收到了申报，不是审核结论。'),
    ],
  };
}
