import { consumeRefusedText } from '@fuchi/record-upload/upload-text';
import { ROLES } from '@fuchi/workflow/role';
import type { Refused } from '@fuchi/workflow/workflow';
import { surnameOnly } from './applicant/claim.ts';
import type { SubmissionFault } from './applicant/judge-submission.ts';
import type { SubmitRefused } from './applicant/submit.ts';
import {
  isRegistrationState,
  REGISTRATION,
  type RegistrationGuard,
} from './registration-workflow.ts';

const EMPTY: Readonly<Partial<Record<SubmissionFault['path'], string>>> = {
  creditCode: '请输入统一社会信用代码',
  name: '请输入单位名称',
  recommender: '请选择推荐单位',
  contactName: '请输入联系人姓名',
  contactPhone: '请输入联系电话',
  licence: '请上传营业执照',
  authorisation: '请上传授权书',
};

/** What is wrong with a field of what is handed in. */
export function submissionFaultText({ path, code, facts }: SubmissionFault): string {
  switch (code) {
    case 'empty':
      return EMPTY[path] ?? '请填写';
    case 'bad-length':
      return `统一社会信用代码为${facts['expected']}位，现在是${facts['length']}位`;
    case 'bad-character':
      return `统一社会信用代码只有数字和大写字母，没有“${facts['character']}”（不用I、O、S、V、Z）`;
    case 'check-digit':
      return `按前17位计算，最后一位应为${facts['expected']}，填的是${facts['found']}。请核对；执照上确实如此，请写明情况`;
    case 'no-reason':
      return '请写明代码校验不过的情况';
    case 'no-place':
      return '请选择注册地';
    case 'bad-phone':
      return '请输入手机或固定电话号码';
    case 'bad-email':
      return '邮箱写法有误';
  }
}

/** Why a registration isn't taken, and the way out. */
export function submitRefusedText(refused: SubmitRefused): {
  readonly path: string;
  readonly text: string;
} {
  switch (refused.code) {
    case 'open-already':
      return { path: '', text: '您已经提交过，正在审核，不能再提交一份' };
    case 'claimed':
      return { path: 'creditCode', text: claimedText(refused.unit) };
    case 'waiting-elsewhere':
      return {
        path: 'creditCode',
        text: `已有人用这个代码申请注册，正在${refused.at}审核。请先向本单位的同事核实；怀疑被冒用，请联系${refused.at}`,
      };
    case 'nothing-to-take-over':
      return {
        path: 'creditCode',
        text: '这个代码还没有单位注册，不必接管，请改为“注册新单位”',
      };
    case 'wrong-place':
      return {
        path: 'territory',
        text: `这个单位登记在${refused.place}，请选择${refused.place}`,
      };
    case 'wrong-recommender':
      return { path: 'recommender', text: '这个推荐单位不受理该地区的注册，请重新选择' };
    case 'scan':
      return { path: refused.purpose, text: consumeRefusedText(refused.because, refused.purpose) };
  }
}

/** A code that is taken: by whom, and what to do. */
export function claimedText({
  name,
  administrators,
}: {
  readonly name: string;
  readonly administrators: readonly string[];
}): string {
  const whom =
    administrators.length === 0
      ? '该单位目前没有管理员'
      : `请联系本单位的管理员（${administrators.map(surnameOnly).join('、')}），由其邀请您加入`;
  return `“${name}”已用这个代码注册。${whom}；管理员已离职或联系不上，可以改为“接管已注册的单位”，凭营业执照和授权书由推荐单位核准`;
}

/** Why a command isn't carried out. */
export function commandRefusedText(refused: Refused<RegistrationGuard>): string {
  switch (refused.code) {
    case 'unknown-command':
      return '没有这项操作';
    case 'wrong-state': {
      const { state } = refused;
      const name = isRegistrationState(state) ? REGISTRATION.states[state].name : state;
      return `这份注册${name}，不能再做这项操作`;
    }
    case 'wrong-role':
      return `由${refused.by.map((role) => ROLES[role].name).join('、')}办理`;
    case 'nothing-said':
      return `请写明${refused.asks}`;
    case 'guard':
      return guardText(refused.guard, refused.facts);
  }
}

function guardText(guard: RegistrationGuard, facts: Readonly<Record<string, string>>): string {
  switch (guard) {
    case 'not-own':
      return '这是您自己提交的注册，请由同事审核';
    case 'code-free':
      return `“${facts['name']}”已用这个代码注册，不能再通过`;
    case 'unit-there':
      return '要接管的单位已经注销或并入其他单位';
    case 'person-free':
      return facts['role'] === undefined
        ? '申请人的账号已停用，或已是该单位的管理员'
        : `申请人现任${facts['role']}，按规定不能同时担任单位管理员`;
  }
}
