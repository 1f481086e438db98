import { type CreditCode, overrideCreditCode, parseCreditCode } from '@fuchi/values/credit-code';
import type { Region, Regions } from '@fuchi/values/region';
import * as z from 'zod';
import type { Draft } from '../contract.ts';

/** A registration that says everything it has to. */
export interface Submission {
  readonly purpose: Draft['purpose'];
  readonly creditCode: CreditCode;
  readonly name: string;
  readonly territory: Region;
  readonly recommender: string;
  readonly contact: {
    readonly name: string;
    readonly phone: string;
    readonly email: string | undefined;
  };
  readonly licence: string;
  readonly authorisation: string;
}

export interface SubmissionFault {
  readonly path: keyof Draft;
  readonly code:
    | 'empty'
    | 'bad-length'
    | 'bad-character'
    | 'check-digit'
    | 'no-reason'
    | 'no-place'
    | 'bad-phone'
    | 'bad-email';
  readonly facts: Readonly<Record<string, string>>;
}

const EMAIL = z.email();
const PHONE = /^\+?[\d -]{7,20}$/;

/** Everything that is wrong with what is handed in, at once; or what it says. Whether its code is free, the store knows. */
export function judgeSubmission(
  draft: Draft,
  regions: Regions,
):
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly faults: readonly SubmissionFault[] } {
  const faults: SubmissionFault[] = [];
  const fault = (path: keyof Draft, code: SubmissionFault['code'], facts = {}) => {
    faults.push({ path, code, facts });
    return undefined;
  };
  const demand = (path: 'name' | 'recommender' | 'contactName') => {
    const text = draft[path].normalize('NFC').trim();
    return text === '' ? fault(path, 'empty') : text;
  };
  const creditCode = judgeCode(draft, fault);
  const name = demand('name');
  const territory = placeOf(draft.territory, regions) ?? fault('territory', 'no-place');
  const recommender = demand('recommender');
  const contactName = demand('contactName');
  const phone = draft.contactPhone.trim();
  if (!PHONE.test(phone)) fault('contactPhone', phone === '' ? 'empty' : 'bad-phone');
  const email = draft.contactEmail.trim();
  if (email !== '' && !EMAIL.safeParse(email).success) fault('contactEmail', 'bad-email');
  const licence = draft.licence ?? fault('licence', 'empty');
  const authorisation = draft.authorisation ?? fault('authorisation', 'empty');
  const whole = creditCode && name && territory && recommender && contactName;
  if (faults.length > 0 || !(whole && licence && authorisation)) return { ok: false, faults };
  const contact = { name: contactName, phone, email: email === '' ? undefined : email };
  const { purpose } = draft;
  return {
    ok: true,
    submission: {
      purpose,
      creditCode,
      name,
      territory,
      recommender,
      contact,
      licence,
      authorisation,
    },
  };
}

/** A code whose check fails is taken from whoever says why: some early ones do. */
function judgeCode(
  { creditCode, codeOverride }: Draft,
  fault: (path: keyof Draft, code: SubmissionFault['code'], facts?: object) => undefined,
): CreditCode | undefined {
  const parsed =
    codeOverride.trim() === ''
      ? parseCreditCode(creditCode)
      : overrideCreditCode(creditCode, codeOverride);
  if (parsed.ok) return parsed.value;
  const { code, facts } = parsed;
  const known = code === 'bad-length' || code === 'bad-character' || code === 'check-digit';
  return fault('creditCode', known ? code : 'empty', facts);
}

/** Where an enterprise may lie: in a county, or in a city and none of its counties. */
function placeOf(code: string, { all }: Regions): Region | undefined {
  return all.find((region) => region.code === code && region.level !== 'province');
}
