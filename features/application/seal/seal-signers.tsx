import type { PrintSigner } from '@fuchi/record-application/contract-scan';
import { momentText } from '@fuchi/ui/moment-text';

/** Who signed a print electronically, when, and by which certificate. */
export function SealSigners({ signers }: { readonly signers: readonly PrintSigner[] }) {
  return (
    <>
      <ul className="seal-signers">
        {signers.map(({ subject, serial, issuer, signedAt }) => (
          <li key={`${serial} ${signedAt}`}>
            <strong>{subject}</strong> {momentText(signedAt)}签章
            <span className="quiet small">
              证书序列号 {serial}，{issuer}签发
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet small">
        签名、证书的来源和有效期已验证；证书是否被吊销没有查；签章时间以签章电脑的时钟为准。
      </p>
    </>
  );
}
