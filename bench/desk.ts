import { setTimeout as pause } from 'node:timers/promises'

const passphrase = 'en lang adgangskode til måling'

/** The fields of a form as a browser would send them: the form on a page that posts to an address. */
function fieldsOf(html: string, action: string): URLSearchParams {
  const form =
    html.split('<form').find((part) => part.includes(`action="${action}"`) && /method="post"/i.test(part)) ?? ''
  const fields = new URLSearchParams()
  for (const [input] of form.split('</form>')[0]?.matchAll(/<input\b[^>]*>/g) ?? []) {
    const of = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? ''
    if (of('type') === 'checkbox' && !input.includes('checked')) continue
    if (of('name') !== '') fields.append(of('name'), of('value'))
  }
  return fields
}

/** A person who works at the desk in a browser. */
export class Desk {
  readonly #origin: string
  readonly #email: string
  readonly #cookies = new Map<string, string>()
  /** The address of a meeting that is shared with everybody. */
  meeting = ''

  constructor(origin: string, email: string) {
    this.#origin = origin
    this.#email = email
  }

  #headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { cookie, origin: this.#origin, 'sec-fetch-site': 'same-origin' }
  }

  async get(path: string): Promise<string> {
    const answer = await fetch(this.#origin + path, { headers: this.#headers() })
    const text = await answer.text()
    // Whoever waits too long for another process to finish writing is told to come back.
    if (!answer.ok && answer.status !== 503) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
    return text
  }

  async #post(path: string, body: URLSearchParams | FormData): Promise<Response> {
    return fetch(this.#origin + path, { method: 'POST', body, headers: this.#headers(), redirect: 'manual' })
  }

  /** Keeps the cookies of an answer, as a browser does. */
  #keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  async #enter(password: string): Promise<void> {
    const answer = await this.#post('/admin/log-ind', new URLSearchParams({ email: this.#email, password }))
    this.#keep(answer)
    if (answer.status !== 303) throw new Error(`Signing in: ${answer.status}`)
  }

  /** Signs in; may be refused for a while when the database is busy, and retries as a person would. */
  async signIn(): Promise<void> {
    for (;;) {
      const answer = await this.#post(
        '/admin/log-ind',
        new URLSearchParams({ email: this.#email, password: passphrase }),
      )
      if (answer.status === 303) {
        this.#keep(answer)
        return
      }
      if (answer.status !== 503) throw new Error(`Signing in: ${answer.status}`)
      await pause(1000)
    }
  }

  async choosePassword(oneTime: string): Promise<void> {
    await this.#enter(oneTime)
    await this.#post('/admin/adgangskode', new URLSearchParams({ current: oneTime, next: passphrase }))
    await this.#enter(passphrase)
    const meetings = await (await fetch(`${this.#origin}/api/v1/meetings`)).text()
    this.meeting = `/moede/${/"slug":"([^"]+)"/.exec(meetings)?.[1] ?? ''}`
  }

  /** Has a stranger at an address try a password, and takes whatever comes of it. */
  async guess(password: string, from: string): Promise<void> {
    const headers = { origin: this.#origin, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': from }
    const body = new URLSearchParams({ email: this.#email, password })
    await (await fetch(`${this.#origin}/admin/log-ind`, { method: 'POST', body, headers })).text()
  }

  /** Follows a step of an import until nothing is under way. */
  async #follow(path: string): Promise<string> {
    for (;;) {
      const page = await this.get(path)
      if (!page.includes('data-progress')) return page
      await pause(500)
    }
  }

  /** Sends a file of figures, sees what it would do, and imports it. */
  async import(indicator: string, file: Blob): Promise<void> {
    const form = new FormData()
    form.set('indicator', indicator)
    form.set('file', file, 'million.csv')
    const path = (await this.#post('/admin/indlaes', form)).headers.get('location') ?? ''
    await this.#follow(path)
    await this.#post(path, new URLSearchParams({ step: 'try', decimal: ',', area: '217' }))
    await this.#follow(path)
    await this.#post(path, new URLSearchParams({ step: 'apply' }))
    const page = await this.#follow(path)
    if (!/er læst ind|indlæst/i.test(page)) throw new Error(`The import did nothing: ${page.slice(0, 2000)}`)
  }

  /** Publishes everything that waits, as the form proposes it. */
  async publish(): Promise<void> {
    const fields = fieldsOf(await this.get('/admin/udgiv'), '/admin/udgiv')
    fields.set('titleDa', 'Måling')
    fields.set('titleEn', 'Measurement')
    fields.set('step', 'look')
    // What comes out is said once more, and published from there.
    const last = fieldsOf(await (await this.#post('/admin/udgiv', fields)).text(), '/admin/udgiv')
    last.set('step', 'publish')
    const answer = await this.#post('/admin/udgiv', last)
    if (!/\/udgivelser\//.test(answer.headers.get('location') ?? '')) {
      throw new Error(`Nothing was published: ${answer.status} ${(await answer.text()).slice(0, 2000)}`)
    }
  }
}
