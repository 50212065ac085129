import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/* A real OpenID Connect provider, as a municipality has one, for tests: whoever says who they are is believed. */

/** What a provider says of a person. */
export type Claims = Readonly<Record<string, unknown>>

/** A provider that is listening. */
export interface RunningProvider {
  readonly issuer: string
  readonly stop: () => Promise<void>
}

/** A port no one listens at. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port was free')
  return address.port
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="da"><title>${title}</title><main><h1>${title}</h1>${body}</main>`

/** Starts a provider of these people, by their names for it, for a client that may come back to `redirect`. */
export async function startProvider(
  redirect: string,
  client: { readonly id: string; readonly secret: string },
  people: Readonly<Record<string, Claims>>,
): Promise<RunningProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'roles', '_claim_names'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    features: { devInteractions: { enabled: false } },
    // The municipality has agreed on behalf of everybody it employs.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: client.id,
        ...(oidc.session?.accountId === undefined ? {} : { accountId: oidc.session.accountId }),
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    cookies: { keys: ['kun til prøve'] },
  })
  const answer = provider.callback()
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/login/')) {
      void answer(request, response)
    } else if (request.method === 'GET') {
      const names = Object.keys(people).map((id) => `<button name="who" value="${id}">${id}</button>`)
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page('Kommunens login', `<form method="post">${names.join('')}</form>`))
    } else {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        const accountId = new URLSearchParams(body).get('who') ?? ''
        void provider.interactionFinished(request, response, { login: { accountId } })
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
