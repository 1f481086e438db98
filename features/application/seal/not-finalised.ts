import { HttpFault } from '@fuchi/platform-server/http-fault';
import { NOT_NOW } from '../refusal.ts';

/** What is sealed belongs to a version that stands and isn't submitted yet. */
export function notFinalised(): HttpFault {
  return new HttpFault(NOT_NOW, {
    zh: '申报定稿以后、提交以前才能交盖章的扫描件',
    en: 'Sealed scans are taken after an application was finalised and before it is submitted',
  });
}
