/** Personal data that is shown by its ends alone. */
export type PersonalField = 'phone' | 'email' | 'id-number';

const MASKS: Readonly<Record<PersonalField, (value: string) => string>> = {
  phone: maskedPhone,
  email: maskedEmail,
  'id-number': maskedIdNumber,
};

/** @example masked('phone', '13812345678') // '138****5678' */
export function masked(field: PersonalField, value: string): string {
  return MASKS[field](value);
}

/** @example maskedPhone('13812345678') // '138****5678' */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** @example maskedEmail('zhangsan@example.com') // 'z***@example.com' */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
}

/**
 * Place and date of birth stay hidden.
 * @example maskedIdNumber('320102199001011234') // '320***********1234'
 */
export function maskedIdNumber(number: string): string {
  return number.length < 15 ? '****' : `${number.slice(0, 3)}***********${number.slice(-4)}`;
}

/** An e-mail address, an 18-digit id number or a mobile number, each standing by itself. */
const PERSONAL =
  /(?<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<![0-9A-Za-z])(?:(?<id>[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])|(?<phone>1[3-9]\d{9}))(?![0-9A-Za-z])/g;

/**
 * A text in which whatever looks like personal data is masked: for what people typed, where nobody knows what it holds.
 * @example withoutPersonalData('请联系13812345678') // '请联系138****5678'
 */
export function withoutPersonalData(text: string): string {
  return text.replace(PERSONAL, (found, ...rest) => {
    const groups = rest.at(-1) as { readonly email?: string; readonly id?: string };
    if (groups.email !== undefined) return maskedEmail(found);
    return groups.id === undefined ? maskedPhone(found) : maskedIdNumber(found);
  });
}
