import { BODY_LIMIT } from './limits.ts';
import type { Wording } from './wording.ts';

/** One way in which a request is refused. A caller acts on `code`; `when` stands in the table of errors. */
export interface FaultKind {
  readonly status: number;
  readonly code: string;
  readonly when: Wording;
}

const kind = (status: number, code: string, zh: string, en: string): FaultKind => ({
  status,
  code,
  when: { zh, en },
});

const megabytes = `${BODY_LIMIT / 1024 / 1024} MB`;

/** What is refused of somebody at a desk. */
export const SIGN_IN_FIRST = kind(401, 'sign-in-first', '请先登录', 'Please sign in first');
export const FORBIDDEN = kind(
  403,
  'forbidden',
  '您的角色没有这项权限',
  'Your role may not do this',
);
export const CROSS_SITE = kind(
  403,
  'cross-site',
  '请求来自其他网站，没有执行',
  'The request came from another site and was not carried out',
);

/** Also what lies outside one's own: nobody learns from the answer that it is there. */
export const NO_SUCH = kind(404, 'no-such', '没有这一项', 'There is no such thing');
/** Somebody else changed it since it was read. */
export const CHANGED_MEANWHILE = kind(
  409,
  'changed-meanwhile',
  '内容已被他人修改，请刷新后再试',
  'It was changed by somebody else meanwhile; reload and try again',
);

/** What the server refuses by itself, on any address. */
export const BAD_ADDRESS = kind(400, 'bad-address', '地址写法有误', 'The address is malformed');
export const BAD_REQUEST = kind(400, 'bad-request', '请求写法有误', 'The request is malformed');
export const NOT_FOUND = kind(404, 'not-found', '没有这个地址', 'There is nothing at this address');
export const WRONG_METHOD = kind(
  405,
  'wrong-method',
  '这个地址不接受这种请求方法，可用的见 Allow',
  'This address does not take this method; Allow names those it takes',
);
export const TOO_LONG_ADDRESS = kind(
  414,
  'address-too-long',
  '地址过长',
  'The address is too long',
);
export const TOO_MANY = kind(
  429,
  'too-many-requests',
  '请求过于频繁，请等 Retry-After 所示的秒数再试',
  'Too many requests; try again after the seconds in Retry-After',
);
export const BUSY = kind(
  503,
  'busy',
  '正在计算的请求过多，请等 Retry-After 所示的秒数再试',
  'Too many questions are being worked on; try again after the seconds in Retry-After',
);
export const INTERNAL = kind(
  500,
  'internal',
  '服务出错，请报告请求编号',
  'The service failed; please report the request id',
);

/** What is refused of a request's body before it is read. */
export const BAD_JSON = kind(
  400,
  'bad-json',
  '请求内容不是正确的 JSON',
  'The body is not valid JSON',
);
export const LOSSY_NUMBER = kind(
  400,
  'lossy-number',
  '数值超过15位有效数字或带指数，应加引号写成文字',
  'A number with more than 15 significant digits or an exponent must be written as a string',
);
export const TOO_DEEP = kind(400, 'too-deep', '请求内容嵌套过深', 'The body is nested too deeply');
export const BAD_LENGTH = kind(
  400,
  'bad-length',
  '请求长度与内容不符',
  'The length stated is not the length of the body',
);
export const TOO_LARGE = kind(
  413,
  'too-large',
  `请求内容过大，最多${megabytes}`,
  `The body is too large; at most ${megabytes}`,
);
export const NOT_JSON = kind(
  415,
  'not-json',
  '请求内容应为 JSON（application/json）',
  'The body must be JSON (application/json)',
);
export const BAD_INPUT = kind(
  422,
  'bad-input',
  '输入有误，faults 里一次列出全部错误',
  'The input is bad; faults lists every fault at once',
);

export const WRONG_UPLOAD = kind(
  415,
  'wrong-upload',
  '上传的应为 Excel 文件（.xlsx），类型写明 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'The body must be an Excel file (.xlsx), and its content type say so',
);
export const WRONG_ZIP = kind(
  415,
  'wrong-zip',
  '上传的应为压缩包（.zip），类型写明 application/zip',
  'The body must be a zip file, and its content type say so',
);
export const WRONG_STREAM = kind(
  415,
  'wrong-stream',
  '上传的内容应为原始字节（application/octet-stream）',
  'The body must be raw bytes (application/octet-stream)',
);
export const REFUSED_FILE = kind(
  422,
  'refused-file',
  '上传的文件不能用，原因见 message',
  'The file cannot be used; the message says why',
);

export const TOO_COSTLY = kind(
  422,
  'too-costly',
  '请求的计算量过大，在限定的时间内算不出来',
  'The question takes too much work; there is no answer in the time it is given',
);

/** What any operation may answer. */
export const COMMON_FAULTS = [WRONG_METHOD, TOO_MANY, INTERNAL] as const;
/** What any operation with parameters in its address may answer besides. */
export const ADDRESS_FAULTS = [BAD_ADDRESS, TOO_LONG_ADDRESS] as const;
/** What any operation with a body may answer besides. */
export const BODY_FAULTS = [
  BAD_JSON,
  LOSSY_NUMBER,
  TOO_DEEP,
  BAD_LENGTH,
  TOO_LARGE,
  NOT_JSON,
  BAD_INPUT,
  TOO_COSTLY,
  BUSY,
] as const;
/** What an operation that is sent a file may answer besides. */
export const UPLOAD_FAULTS = [
  BAD_LENGTH,
  TOO_LARGE,
  WRONG_UPLOAD,
  REFUSED_FILE,
  TOO_COSTLY,
  BUSY,
] as const;
/** After these the same request may be sent again: Retry-After says when. */
export const PASSING_FAULTS: readonly FaultKind[] = [TOO_MANY, BUSY];
