import { REFUSED_FILE } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { GuideZipRefusal } from './guide-zip.ts';

const SENTENCES: Readonly<Partial<Record<GuideZipRefusal, string>>> = {
  'no-guide': '压缩包里没有 guide.yaml，请打包整个指南文件夹',
  'too-many-files': '压缩包里的文件太多',
  'not-text': '不是 UTF-8 编码的文字文件，请用 UTF-8 保存后再打包',
  'file-encrypted': '压缩包加了密码，请不加密码打包',
  'file-swollen': '压缩包展开后太大，请只打包指南文件夹',
  'file-broken': '压缩包不完整，或者不是 .zip 文件',
};

/** Why what was sent isn't read as a guide. @param file which file of it, where it is one */
export function refusedZip(code: GuideZipRefusal, file: string): HttpFault {
  const message = SENTENCES[code] ?? '压缩包读不出来';
  return new HttpFault(REFUSED_FILE, {
    zh: file === '' ? message : `${file}：${message}`,
    en: `The file is refused: ${code}${file === '' ? '' : ` (${file})`}`,
  });
}
