import { describe, expect, test } from 'vitest';
import { begin, judgeContent } from './upload.ts';
import { beginRefusedText, contentRefusedText } from './upload-text.ts';

const MB = 1024 * 1024;
const why = (asked: Parameters<typeof begin>[0]) => {
  const begun = begin(asked);
  return begun.ok ? undefined : beginRefusedText(begun.refused);
};

describe('开始上传', () => {
  test('合适的文件，名称去掉不该有的字符', () => {
    expect(begin({ purpose: 'licence', name: 'D:\\执照.JPG', size: MB })).toEqual({
      ok: true,
      name: '执照.jpg',
    });
  });

  test.each([
    [
      { purpose: 'licence', name: '执照.docx', size: 1 } as const,
      '不收“.docx”文件，请另存为PDF再上传。营业执照可传PDF、OFD、JPG图片、PNG图片',
    ],
    [
      { purpose: 'paper', name: '资金证明.doc', size: 1 } as const,
      '不收“.doc”文件，请另存为“.docx”或PDF再上传。佐证材料可传PDF、OFD、JPG图片、PNG图片、Word文档（.docx）、Excel表格（.xlsx）、ZIP压缩包',
    ],
    [
      { purpose: 'licence', name: 'IMG_0001.heic', size: 1 } as const,
      '不收“.heic”文件，请另存为“.jpg”或PDF再上传。营业执照可传PDF、OFD、JPG图片、PNG图片',
    ],
    [
      { purpose: 'licence', name: '执照.exe', size: 1 } as const,
      '不收“.exe”文件。营业执照可传PDF、OFD、JPG图片、PNG图片',
    ],
    [
      { purpose: 'authorisation', name: '授权书', size: 1 } as const,
      '这个文件没有扩展名。授权书可传PDF、OFD、JPG图片、PNG图片',
    ],
    [
      { purpose: 'licence', name: '执照.pdf', size: 20 * MB + 1 } as const,
      '营业执照最大20MB，请压缩或拆分后再上传',
    ],
    [
      { purpose: 'paper', name: '\u202E.pdf', size: 1 } as const,
      '文件没有可用的名称，请改名后再上传',
    ],
  ])('%j', (asked, text) => {
    expect(why(asked)).toBe(text);
  });

  test('正好最大，可以', () => {
    expect(why({ purpose: 'paper', name: '审计报告.pdf', size: 200 * MB })).toBeUndefined();
  });
});

describe('内容与名称相符', () => {
  const licence = { purpose: 'licence', name: '执照.pdf' } as const;

  test('内容是图片，名称说是PDF', () => {
    const judged = judgeContent(licence, { ok: true, type: 'png' });
    expect(judged).toEqual({ ok: false, refused: { code: 'other-ending', type: 'png' } });
    expect(contentRefusedText('other-ending png', 'licence', '执照.pdf')).toBe(
      '文件内容是PNG图片，扩展名却是“.pdf”，请核对是不是选错了文件',
    );
  });

  test('内容是Word，执照不收', () => {
    expect(judgeContent(licence, { ok: true, type: 'docx' })).toEqual({
      ok: false,
      refused: { code: 'other-type', type: 'docx' },
    });
  });

  test('相符', () => {
    expect(judgeContent(licence, { ok: true, type: 'pdf' })).toEqual({ ok: true, type: 'pdf' });
  });
});
