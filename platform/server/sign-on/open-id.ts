import * as client from 'openid-client';

/** The province's single sign-on, as settings name it. */
export interface SignOnSettings {
  /** As the button calls it: 江苏政务服务统一身份认证. */
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Where it sends the browser back to. */
  readonly returnUrl: string;
  readonly scope: string;
  /** The claim that names the account, where its word for that is taken; `email` only when the provider verified it. */
  readonly accountClaim: string | undefined;
  /** Values of `acr` by which it vouches that a second factor was asked for. */
  readonly secondFactorAcr: readonly string[];
}

/** What must be the same when the browser comes back. */
export interface SignOnSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who the provider says somebody is. */
export interface SignOnIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** What its account is called here, if the provider's word for it is taken: a login, or a verified e-mail address. */
  readonly account: { readonly by: 'login' | 'email'; readonly value: string } | undefined;
  readonly secondFactor: boolean;
}

export interface SignOnProvider {
  readonly title: string;
  /** Where to send the browser, and what to remember. @throws SignOnUnavailable */
  begin(): Promise<{ readonly url: string; readonly secrets: SignOnSecrets }>;
  /**
   * Who came back, proven by the provider's signature, our code and the secrets.
   * @param query of the address the browser came back to
   * @throws SignOnRefused when anything doesn't fit; SignOnUnavailable
   */
  finish(query: URLSearchParams, secrets: SignOnSecrets): Promise<SignOnIdentity>;
}

export class SignOnUnavailable extends Error {
  override name = 'SignOnUnavailable';
}

export class SignOnRefused extends Error {
  override name = 'SignOnRefused';
}

const SECONDS = 10;
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/**
 * Signs on by OpenID Connect: authorisation code with PKCE, state and nonce. The provider's description is read when it
 * is first needed, and anew where that failed.
 * @throws RangeError where the issuer is neither reached over TLS nor on this machine
 */
export function openSignOn(settings: SignOnSettings): SignOnProvider {
  const insecure = LOOPBACK.test(settings.issuer);
  if (!insecure && !settings.issuer.startsWith('https://')) {
    throw new RangeError(`统一身份认证的地址应以 https:// 开头，现为“${settings.issuer}”`);
  }
  let known: Promise<client.Configuration> | undefined;
  const configuration = async () => {
    known ??= client.discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret,
      settings.clientSecret === undefined ? client.None() : undefined,
      { timeout: SECONDS, ...(insecure && { execute: [client.allowInsecureRequests] }) },
    );
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw new SignOnUnavailable('the single sign-on cannot be reached', { cause: error });
    }
  };
  return {
    title: settings.title,
    async begin() {
      const config = await configuration();
      const secrets: SignOnSecrets = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.returnUrl,
        scope: settings.scope,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        ...(settings.secondFactorAcr.length > 0 && {
          acr_values: settings.secondFactorAcr.join(' '),
        }),
      });
      return { url: url.href, secrets };
    },
    async finish(query, { state, nonce, verifier }) {
      const config = await configuration();
      const came = new URL(settings.returnUrl);
      came.search = query.toString();
      const claims = await claimsOf(config, came, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return identityOf(claims, settings);
    },
  };
}

async function claimsOf(
  config: client.Configuration,
  came: URL,
  checks: client.AuthorizationCodeGrantChecks,
): Promise<client.IDToken> {
  try {
    const tokens = await client.authorizationCodeGrant(config, came, checks);
    const claims = tokens.claims();
    if (!claims) throw new Error('no identity token');
    const more = config.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
      : {};
    // What the signed token says counts before what was asked for afterwards.
    return { ...more, ...claims };
  } catch (error) {
    throw new SignOnRefused('the single sign-on was refused', { cause: error });
  }
}

function identityOf(claims: client.IDToken, settings: SignOnSettings): SignOnIdentity {
  const text = (claim: string) => {
    const value = claims[claim];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const value = settings.accountClaim === undefined ? undefined : text(settings.accountClaim);
  const by = settings.accountClaim === 'email' ? 'email' : 'login';
  const counts = by === 'login' || claims['email_verified'] === true;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: (text('name') ?? text('preferred_username') ?? claims.sub).slice(0, 100),
    account: value !== undefined && counts ? { by, value } : undefined,
    secondFactor: settings.secondFactorAcr.includes(text('acr') ?? ''),
  };
}
