import * as z from 'zod';

const namedFault = z.strictObject({
  path: z.string().meta({ description: '哪一项有误 · which part of the input' }),
  code: z.string(),
  message: z.string().meta({ description: '错在哪里 · what is wrong, in Chinese' }),
  messageEn: z.string().meta({ description: '错在哪里（英文）· what is wrong, in English' }),
  fix: z.string().exactOptional().meta({ description: '怎么改 · what to do, in Chinese' }),
  fixEn: z.string().exactOptional().meta({ description: '怎么改（英文）· what to do, in English' }),
});

/** What every refusal looks like. Both languages always stand in it: nothing has to be negotiated. */
export const faultReply = z
  .strictObject({
    code: z.string().meta({ description: '按它处理，不会随文字改变 · stable, to act on' }),
    message: z.string().meta({ description: '中文说明 · in Chinese' }),
    messageEn: z.string().meta({ description: '英文说明 · in English' }),
    requestId: z
      .string()
      .meta({ description: '请求编号，同 x-request-id · the id of the request' }),
    faults: z
      .array(namedFault)
      .exactOptional()
      .meta({ description: '输入的全部错误，最多200处 · every fault of the input, at most 200' }),
  })
  .meta({ id: 'Fault', description: '请求被拒绝的原因 · why a request was refused' });
