import type { FileRefusal } from './refused-file.ts';

/** What is wrong with a file that isn't read, and what to do about it, without full stops. */
export const REFUSAL_WORDS: Readonly<Record<FileRefusal, readonly [message: string, fix: string]>> =
  {
    'file-empty': ['文件是空的', '请选择填好的 Excel 文件'],
    'file-too-large': ['文件太大', '请删去插入的图片和多余的工作表再上传'],
    'file-other-kind': ['这不是 Excel 文件（.xlsx）', '请另存为 .xlsx 再上传'],
    'file-word': ['这是 Word 或 PPT 文件，不是 Excel 文件（.xlsx）', '请选择 Excel 文件'],
    'file-old-excel': [
      '这是旧版 Excel 文件（.xls）',
      '请用 Excel 或 WPS 打开，另存为 .xlsx 再上传',
    ],
    'file-encrypted': ['文件加了密码，读不出来', '请取消密码再上传'],
    'file-macros': ['文件里有宏，不接收', '请另存为不带宏的 .xlsx'],
    'file-broken': ['文件不完整或已经损坏', '请用 Excel 或 WPS 打开看看，重新保存后再上传'],
    'file-swollen': ['文件展开后太大，不接收', '请删去图片和多余的工作表再上传'],
    'file-too-many-rows': ['表格的行数太多，不接收', '请分成几个文件上传'],
  };
