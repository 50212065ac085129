import { setTimeout as pause } from 'node:timers/promises'
import { ImportDetail } from '@pejling/domain/workspace/imports'
import { ReleasePreview, ReleaseResult } from '@pejling/domain/workspace/releases'
import { askWorkspace } from './workspace.ts'

const passphrase = 'en lang adgangskode til måling'

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

  async #post(path: string, body: URLSearchParams): Promise<Response> {
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

  get #browser() {
    return { origin: this.#origin, headers: this.#headers() }
  }

  /** Follows a step of an import until nothing is under way. */
  async #follow(number: number): Promise<ImportDetail> {
    for (;;) {
      const file = await askWorkspace(this.#browser, ImportDetail, `/imports/${number}`)
      if (file.progress === null) return file
      await pause(500)
    }
  }

  /** Sends a file of figures, sees what it would do, and imports it. */
  async import(indicator: string, file: Blob): Promise<void> {
    const form = new FormData()
    form.set('file', file, 'million.csv')
    const { number } = await askWorkspace(this.#browser, ImportDetail, `/imports?indicator=${indicator}`, 'POST', form)
    await this.#follow(number)
    await askWorkspace(this.#browser, ImportDetail, `/imports/${number}`, 'PATCH', {
      mapping: { decimal: ',', area: '217' },
    })
    await askWorkspace(this.#browser, ImportDetail, `/imports/${number}/preview`, 'POST')
    const { outcome } = await this.#follow(number)
    await askWorkspace(this.#browser, ImportDetail, `/imports/${number}/apply`, 'POST', { digest: outcome?.digest })
    const { changeSet } = await this.#follow(number)
    if (changeSet === null) throw new Error('The import did nothing')
  }

  /** Publishes everything that waits, as it was looked at. */
  async publish(): Promise<void> {
    const { seen } = await askWorkspace(this.#browser, ReleasePreview, '/releases/preview')
    const title = { da: 'Måling', en: 'Measurement' }
    const asked = { title, indicators: 'all', seen }
    const { release } = await askWorkspace(this.#browser, ReleaseResult, '/releases', 'POST', asked)
    if (release === null) throw new Error('Nothing was published')
  }
}
