const MB = 1024 * 1024;

/** What may be uploaded at all. A file's type is read from its content; the ending of its name has to agree. */
export const FILE_TYPES = {
  pdf: { name: 'PDF', endings: ['pdf'], media: 'application/pdf' },
  ofd: { name: 'OFD', endings: ['ofd'], media: 'application/ofd' },
  png: { name: 'PNG图片', endings: ['png'], media: 'image/png' },
  jpeg: { name: 'JPG图片', endings: ['jpg', 'jpeg'], media: 'image/jpeg' },
  docx: {
    name: 'Word文档（.docx）',
    endings: ['docx'],
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    name: 'Excel表格（.xlsx）',
    endings: ['xlsx'],
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  zip: { name: 'ZIP压缩包', endings: ['zip'], media: 'application/zip' },
} as const satisfies Readonly<Record<string, FileTypeSpec>>;

interface FileTypeSpec {
  readonly name: string;
  readonly endings: readonly string[];
  readonly media: string;
}

export type FileType = keyof typeof FILE_TYPES;

interface PurposeSpec {
  /** As a sentence names it. */
  readonly name: string;
  readonly types: readonly FileType[];
  /** Bytes. */
  readonly most: number;
}

const SCAN = ['pdf', 'ofd', 'jpeg', 'png'] as const;

/** What an upload may be for. One that was sent for one purpose serves no other. */
export const UPLOAD_PURPOSES = {
  licence: { name: '营业执照', types: SCAN, most: 20 * MB },
  authorisation: { name: '授权书', types: SCAN, most: 20 * MB },
  'unit-change': { name: '变更证明', types: SCAN, most: 20 * MB },
  paper: { name: '佐证材料', types: [...SCAN, 'docx', 'xlsx', 'zip'], most: 200 * MB },
  'sealed-scan': { name: '盖章扫描件', types: ['pdf', 'jpeg', 'png'], most: 200 * MB },
  'signed-print': { name: '电子签章的打印件', types: ['pdf'], most: 50 * MB },
  statement: { name: '推荐单位意见', types: SCAN, most: 50 * MB },
  register: { name: '名单', types: ['xlsx'], most: 20 * MB },
} as const satisfies Readonly<Record<string, PurposeSpec>>;

export type UploadPurpose = keyof typeof UPLOAD_PURPOSES;

/** Whether a text is the name of a purpose. */
export function isUploadPurpose(text: string): text is UploadPurpose {
  return Object.hasOwn(UPLOAD_PURPOSES, text);
}

/** Whether a text is the name of a type. */
export function isFileType(text: string): text is FileType {
  return Object.hasOwn(FILE_TYPES, text);
}

/** The endings a purpose takes. @example endingsFor('licence') // ['pdf', 'ofd', 'jpg', 'jpeg', 'png'] */
export function endingsFor(purpose: UploadPurpose): readonly string[] {
  return UPLOAD_PURPOSES[purpose].types.flatMap((type) => FILE_TYPES[type].endings);
}

/** The types of a purpose in words. @example typesInWords('licence') // 'PDF、OFD、JPG图片、PNG图片' */
export function typesInWords(purpose: UploadPurpose): string {
  return UPLOAD_PURPOSES[purpose].types.map((type) => FILE_TYPES[type].name).join('、');
}
