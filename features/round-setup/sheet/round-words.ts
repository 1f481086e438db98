import type { RoundSettings } from '@fuchi/record-round/contract';

/** What the choices of a round are called, on its page and on what is signed. */
export const ONE_APPLICATION: Readonly<Record<RoundSettings['oneApplication'], string>> = {
  blocks: '一个单位只能申报一个项目',
  warns: '一个单位原则上申报一个项目，多报的提示',
  off: '不限一个单位申报几个项目',
};

export const SAME_PROJECT: Readonly<Record<RoundSettings['sameProject'], string>> = {
  blocks: '与本单位其他申报或已获支持的项目同名的，不能提交',
  warns: '与本单位其他申报或已获支持的项目同名的，提示核对',
};

export const ELECTRONIC_SEAL = {
  yes: '接受电子签章，也可以上传盖章扫描件',
  no: '不接受电子签章，须上传盖章扫描件',
} as const;

/** What the public may see of a round. */
export const PUBLICATION: Readonly<Record<keyof RoundSettings['publication'], string>> = {
  received: '各项目类别的收件数',
  notice: '公示名单',
  award: '立项名单',
};
