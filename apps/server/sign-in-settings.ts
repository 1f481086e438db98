import { openSignOn, type SignOnProvider } from '@fuchi/platform-server/sign-on/open-id';
import { SESSION_SETTINGS } from '@fuchi/record-person/session-settings';
import type { SignInSettings } from '@fuchi/sign-in/sign-in-context';

type Env = Readonly<Record<string, string | undefined>>;

const SIGN_ON_RETURN = '/api/sign-on/return';

/**
 * How people sign in: FUCHI_PUBLIC_URL, FUCHI_IDLE_MINUTES, FUCHI_SESSION_HOURS, FUCHI_SIGN_ON_… In the demonstration
 * nobody needs a second factor and letters are shown in place of being sent, which the pages say.
 * @throws a sentence for what can't be
 */
export function signInSettingsOf(
  env: Env,
  { demonstration, mail = false }: { readonly demonstration: boolean; readonly mail?: boolean },
): SignInSettings {
  const publicUrl = publicUrlOf(env['FUCHI_PUBLIC_URL'] ?? '');
  return {
    session: {
      idleMinutes: countOf(env, 'FUCHI_IDLE_MINUTES', SESSION_SETTINGS.idleMinutes, 5, 240),
      mostHours: countOf(env, 'FUCHI_SESSION_HOURS', SESSION_SETTINGS.mostHours, 1, 24),
      secondFactor: demonstration ? 'waived' : 'required',
    },
    publicUrl,
    letters: demonstration ? 'shown' : mail ? 'sent' : 'none',
    signOn: signOnOf(env, publicUrl),
  };
}

function publicUrlOf(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search;
  if (fits) return url.origin;
  throw new RangeError(
    `FUCHI_PUBLIC_URL 应为用户打开本系统的地址，如“https://fuchi.example.gov.cn”，现为“${text}”`,
  );
}

function signOnOf(env: Env, publicUrl: string | undefined): SignOnProvider | undefined {
  const issuer = env['FUCHI_SIGN_ON_ISSUER'] ?? '';
  if (issuer === '') return undefined;
  const clientId = env['FUCHI_SIGN_ON_CLIENT'] ?? '';
  if (clientId === '' || publicUrl === undefined) {
    throw new RangeError(
      '用统一身份认证登录，要同时设 FUCHI_SIGN_ON_ISSUER、FUCHI_SIGN_ON_CLIENT 和 FUCHI_PUBLIC_URL',
    );
  }
  return openSignOn({
    title: env['FUCHI_SIGN_ON_TITLE'] || '统一身份认证',
    issuer,
    clientId,
    clientSecret: env['FUCHI_SIGN_ON_SECRET'] || undefined,
    returnUrl: `${publicUrl}${SIGN_ON_RETURN}`,
    scope: env['FUCHI_SIGN_ON_SCOPE'] || 'openid profile',
    accountClaim: env['FUCHI_SIGN_ON_CLAIM'] || undefined,
    secondFactorAcr: (env['FUCHI_SIGN_ON_SECOND_FACTOR'] ?? '').split(/\s+/).filter(Boolean),
  });
}

function countOf(env: Env, name: string, usual: number, least: number, most: number): number {
  const text = (env[name] ?? '').trim();
  if (text === '') return usual;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw new RangeError(`${name} 应为 ${least} 到 ${most} 的整数，现为“${text}”`);
}
