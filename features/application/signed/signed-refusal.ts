/** Why a signed print is refused: what is wrong, and with which of its signatures (from 1) where it is one's. */
export interface SignedRefusal {
  readonly code: SignedRefusalCode;
  readonly signature?: number;
  /** What fills the sentence: a subject, an algorithm, a moment, a version. */
  readonly what?: string;
}

export type SignedRefusalCode =
  | 'not-accepted'
  | 'not-a-print'
  | 'other-version'
  | 'too-much-added'
  | 'broken-pdf'
  | 'encrypted'
  | 'no-signature'
  | 'content-changed'
  | 'added-after'
  | 'not-covering'
  | 'sub-filter'
  | 'broken-signature'
  | 'weak-algorithm'
  | 'unsupported-algorithm'
  | 'sm-algorithm'
  | 'weak-key'
  | 'changed-bytes'
  | 'wrong-signature'
  | 'not-for-signing'
  | 'no-signing-time'
  | 'signed-ahead'
  | 'expired-when-signed'
  | 'expired-now'
  | 'unknown-root'
  | 'other-name';

/** What the applicant reads: what is wrong and what to do about it. */
const SENTENCES: Readonly<Record<SignedRefusalCode, (what: string) => string>> = {
  'not-accepted': () => '本批次不接受电子签章，请打印、签字盖章，上传扫描件',
  'not-a-print': () =>
    '文件不是在本版打印件上签的，或者签章软件另存时改写了它。请下载本版的PDF，不要打印或另存，直接在它上面签章',
  'other-version': (what) =>
    `是在第${what}版的打印件上签的，那一版已经作废。请下载本版的PDF重新签章`,
  'too-much-added': (what) => `签章使文件增加的内容超过${what}MB，请换小一些的印章图片重新签章`,
  'broken-pdf': () => '签章后的文件打不开，可能已经损坏，请重新签章再上传',
  encrypted: () => '文件有密码，请在没有加密的打印件上签章',
  'no-signature': () => '文件里没有电子签章，请在签章软件里签章以后再上传',
  'content-changed': (what) =>
    `签章时还改动了别的内容（${what}）。请下载本版的PDF，只签章，不加批注、文字和页`,
  'added-after': () => '最后一次签章以后文件又改动过，请下载本版的PDF重新签章，签完不要再改',
  'not-covering': () => '没有签住整个文件，请用签章软件对整个文件签章',
  'sub-filter': (what) =>
    `签章的格式是${what}，本平台只认adbe.pkcs7.detached和ETSI.CAdES.detached，请在签章软件里换一种格式`,
  'broken-signature': () => '签章的数据读不出来，请重新签章',
  'weak-algorithm': (what) =>
    `用了不安全的算法${what}，请在签章软件里改用SHA-256以上的算法重新签章`,
  'unsupported-algorithm': (what) =>
    `算法不支持（${what}），本平台能验RSA和ECDSA的签章，请换一种证书`,
  'sm-algorithm': () =>
    '算法不支持：是国密SM2签章，本平台还不能验。请换RSA或ECDSA的证书，或者上传盖章扫描件',
  'weak-key': (what) => `证书的密钥只有${what}位，至少要2048位，请换发证书`,
  'changed-bytes': () => '签章以后文件的内容被改过，请下载本版的PDF重新签章',
  'wrong-signature': () => '签名和证书对不上，请重新签章',
  'not-for-signing': (what) => `证书（${what}）不是用来签名的，请换签名证书`,
  'no-signing-time': () => '没有写签章的时间，请在签章软件里写上时间重新签章',
  'signed-ahead': (what) => `签章的时间（${what}）在将来，请校准签章电脑的时钟再签`,
  'expired-when-signed': (what) => `签章时证书（${what}）不在有效期内，请换有效的证书重新签章`,
  'expired-now': (what) => `证书（${what}）现在不在有效期内，请换有效的证书重新签章`,
  'unknown-root': (what) =>
    `证书（${what}）不是本批次认可的电子认证机构发的，请换认可机构的证书，或者上传盖章扫描件`,
  'other-name': (what) =>
    `没有一个签章的证书写着本单位的名称或统一社会信用代码（证书写的是${what}），请用本单位的证书签章`,
};

/** @example signedRefusalText({ code: 'changed-bytes', signature: 1 }) // '第1个签章：签章以后文件的内容被改过，…' */
export function signedRefusalText({ code, signature, what }: SignedRefusal): string {
  const text = SENTENCES[code](what ?? '');
  return signature === undefined ? text : `第${signature}个签章：${text}`;
}
