import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'fuchi', secret: 'a secret of some thirty-two characters' } as const;

type Claims = Readonly<Record<string, unknown>>;

/**
 * A real OpenID provider on this machine, which knows one client, demands PKCE, and at which somebody signs in without
 * being asked.
 */
export async function startIdentityProvider(returnUrl: string) {
  const people = new Map<string, Claims>();
  let next = '';
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the provider has no address');
  const issuer = `http://127.0.0.1:${address.port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [returnUrl] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['cookie key'] },
    claims: {
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
      acr: null,
    },
    acrValues: ['two-factors'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    async findAccount(_context, sub) {
      const claims = people.get(sub);
      return claims && { accountId: sub, claims: async () => ({ sub, ...claims }) };
    },
    // Everybody has agreed to being told of.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      void answer(request, response);
      return;
    }
    const acr = people.get(next)?.['acr'];
    const login = { accountId: next, ...(typeof acr === 'string' && { acr }) };
    void provider.interactionFinished(request, response, { login });
  });
  return {
    issuer,
    /** Who signs in there from now on, and what is told of him. */
    become(subject: string, claims: Claims) {
      next = subject;
      people.set(subject, claims);
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/**
 * Goes the way a browser goes at the provider, from where our portal sends it.
 * @returns where the provider sends it back to
 */
export async function walkThrough(start: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let url = start, steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of reply.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const to = reply.headers.get('location');
    if (to === null) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
    url = new URL(to, issuer).href;
    if (!url.startsWith(issuer)) return url;
  }
  throw new Error('the provider sends round in circles');
}
