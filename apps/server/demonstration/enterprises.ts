/** An invented enterprise: its code passes the check, and is nobody's. */
export interface DemonstrationEnterprise {
  readonly key: string;
  readonly name: string;
  readonly creditCode: string;
  /** Region code. */
  readonly territory: string;
}

/** Of differing profile: what each is known for stands in the lists of `register-lists.ts`. */
export const ENTERPRISES: readonly DemonstrationEnterprise[] = [
  // Above scale, a 小巨人, with a recognised workshop: fits most lines.
  {
    key: 'precision',
    name: '苏州示例精工装备有限公司',
    creditCode: '91320583MADEM0011F',
    territory: '320583',
  },
  // Software: not on the industrial statistics list, in the big-data register.
  {
    key: 'software',
    name: '南京示例软件股份有限公司',
    creditCode: '91320115MADEM002X3',
    territory: '320115',
  },
  // An earlier project not yet accepted bars it.
  {
    key: 'machinery',
    name: '新沂示例工程机械有限公司',
    creditCode: '91320381MADEM00380',
    territory: '320381',
  },
  // A recognised industrial internet platform.
  {
    key: 'platform',
    name: '无锡示例工业互联网有限公司',
    creditCode: '91320214MADEM0046L',
    territory: '320214',
  },
  // An institution: its code doesn't begin with 91.
  {
    key: 'service',
    name: '南通示例中小企业服务中心',
    creditCode: '12320600MADEM00540',
    territory: '320600',
  },
  // On the list of serious dishonesty.
  {
    key: 'energy',
    name: '射阳示例新能源科技有限公司',
    creditCode: '91320924MADEM0062X',
    territory: '320924',
  },
  // Young and small: hardly anything is known of it.
  {
    key: 'young',
    name: '泰兴示例新材料有限公司',
    creditCode: '91321283MADEM0070F',
    territory: '321283',
  },
];
