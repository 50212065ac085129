import { documentPath } from '@pejling/domain/release/paths'
import { RedirectDocument } from '@pejling/domain/release/documents'
import type { Release } from '@pejling/domain/release/release'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { Problem } from '../http/problem.ts'
import type { ReleaseStore } from '../releases/release-store.ts'
import { readReleases } from './release-documents.ts'
import { makeBody, makeServed, type Freshness, type Served } from './served.ts'

/** How much memory released bytes may take; what is asked for seldom is read from the store again. */
const memoryLimit = 48 * 1024 * 1024
/** How long the newest release is taken for the newest before the store is asked again, in milliseconds. */
const noticeWithin = 250

/** What is asked for: the release it is read from, and whether its number stands in the address. */
export interface Edition {
  readonly release: Release
  readonly freshness: Freshness
  /** When what it answers became what it is: when the release was made, or when something was last withdrawn from it. */
  readonly modifiedAt: string
}

/**
 * What the public reads: the releases, kept in memory as finished answers. Public routes are given this and nothing
 * else.
 */
export class Publication {
  readonly #store: ReleaseStore
  readonly #milliseconds: () => number
  readonly #served = new LRUCache<string, Served>({ maxSize: memoryLimit, sizeCalculation: (served) => served.size })
  readonly #making = new Map<string, Promise<Served>>()
  readonly #editions = new Map<number, Edition>()
  #latest: Edition | null = null
  #latestKey = ''
  #withdrawals = 0
  #checkedAt = Number.NEGATIVE_INFINITY

  constructor(store: ReleaseStore, milliseconds: () => number) {
    this.#store = store
    this.#milliseconds = milliseconds
  }

  /** The edition of the release asked for, or the latest. Throws a {@link Problem} where there is none. */
  edition(number: number | undefined): Edition {
    const latest = this.#newest()
    if (!latest) {
      throw new Problem('nothing-published', {
        da: 'Der er ikke udgivet noget endnu.',
        en: 'Nothing has been published yet.',
      })
    }
    if (number === undefined) return latest
    const edition = this.#pinned(number)
    if (!edition) {
      const { number: last } = latest.release
      throw new Problem(
        'not-found',
        {
          da: `Der er ingen udgivelse ${number}; den seneste er ${last}.`,
          en: `There is no release ${number}; the latest is ${last}.`,
        },
        [
          {
            pointer: '/release',
            detail: { da: `Skriv et tal fra 1 til ${last}.`, en: `Write a number from 1 to ${last}.` },
          },
        ],
      )
    }
    return edition
  }

  /** Whether there is a release of that number. */
  has(number: number): boolean {
    return this.#pinned(number) !== null
  }

  /** The edition of a release, made once: there are as many as there are releases. */
  #pinned(number: number): Edition | null {
    const known = this.#editions.get(number)
    if (known) return known
    const release = this.#store.release(number)
    if (!release) return null
    const edition = { release, freshness: 'pinned', modifiedAt: this.#store.modifiedAt(release) } as const
    this.#editions.set(number, edition)
    return edition
  }

  /** Tells that a release has just been made here, so that nobody is shown the one before it for another moment. */
  notice(): void {
    this.#checkedAt = Number.NEGATIVE_INFINITY
  }

  /** Something has been withdrawn from releases: nothing that was made before may be shown again. */
  #forget(): void {
    this.#served.clear()
    this.#making.clear()
    this.#editions.clear()
  }

  #newest(): Edition | null {
    const now = this.#milliseconds()
    if (now - this.#checkedAt < noticeWithin) return this.#latest
    this.#checkedAt = now
    const number = this.#store.latestNumber()
    if (number !== this.#latest?.release.number) {
      // Each withdrawal comes with a release, whoever made it: the desk, a command, another process.
      const withdrawals = this.#store.withdrawals().length
      if (withdrawals !== this.#withdrawals) this.#forget()
      this.#withdrawals = withdrawals
      const release = this.#store.release(number)
      this.#latest = release && { release, freshness: 'latest', modifiedAt: this.#store.modifiedAt(release) }
      this.#latestKey = `latest ${number}`
    }
    return this.#latest
  }

  #key(edition: Edition, name: string): string {
    const { freshness, release } = edition
    // What was the newest when it was asked for may be so no more.
    if (freshness === 'latest')
      return `${edition === this.#latest ? this.#latestKey : `latest ${release.number}`} ${name}`
    return `${release.number} ${name}`
  }

  /** The finished answer under a name, where it has been made before. */
  known(edition: Edition, name: string): Served | null {
    return this.#served.get(this.#key(edition, name)) ?? null
  }

  /** The finished answer under a name, made when it is first asked for. */
  answer(edition: Edition, name: string, make: () => Served): Served {
    const known = this.known(edition, name)
    if (known) return known
    const served = make()
    this.#served.set(this.#key(edition, name), served)
    return served
  }

  /**
   * The same where making it takes a while: who asks meanwhile waits for the same one. What was begun before something was
   * withdrawn is not kept, and nor is what failed.
   */
  async made(edition: Edition, name: string, make: () => Promise<Served>): Promise<Served> {
    const key = this.#key(edition, name)
    const known = this.#served.get(key) ?? this.#making.get(key)
    if (known) return known
    const making = make()
      .then((served) => {
        if (this.#making.get(key) === making) this.#served.set(key, served)
        return served
      })
      .finally(() => {
        if (this.#making.get(key) === making) this.#making.delete(key)
      })
    this.#making.set(key, making)
    return making
  }

  /** The document at a path as a finished answer, or `null`. */
  document(edition: Edition, path: string, vary = 'Accept-Encoding'): Served | null {
    const known = this.known(edition, path)
    if (known) return known
    const found = this.#store.version(path, edition.release.number)
    const document = found && this.#store.document(found.hash)
    if (!found || !document) return null
    return this.answer(edition, path, () =>
      makeServed(document, {
        contentType: 'application/json; charset=utf-8',
        lastModified: found.modifiedAt,
        freshness: edition.freshness,
        vary,
      }),
    )
  }

  /** The document at a path, read; `null` where there is none. */
  read<Schema extends z.ZodType>(edition: Edition, path: string, schema: Schema): z.output<Schema> | null {
    const json = this.readJson(edition, path)
    return json === undefined ? null : schema.parse(json)
  }

  /**
   * The document at a path as JSON, for readers that know its shape; `undefined` where there is none. Also what tells of the releases, and of
   * the meetings, which are shared beside them.
   */
  readJson(edition: Edition, path: string): unknown {
    if (path === documentPath.meetings) return this.#store.meetings()
    if (path.startsWith('releases')) return readReleases(this.#store, path, edition.release.number)
    const hash = this.#store.version(path, edition.release.number)?.hash
    const document = hash === undefined ? null : this.#store.document(hash)
    return document ? JSON.parse(document.bytes.toString()) : undefined
  }

  /** A view of documents as a finished answer, made when it is first asked for. */
  view(edition: Edition, name: string, contentType: string, make: () => string, vary = 'Accept-Encoding'): Served {
    return this.answer(edition, name, () =>
      makeServed(makeBody(make()), {
        contentType,
        lastModified: edition.modifiedAt,
        freshness: edition.freshness,
        vary,
      }),
    )
  }

  /** The present name of an indicator that had another one, or `null`. */
  renamed(edition: Edition, slug: string): string | null {
    return this.read(edition, documentPath.redirect(documentPath.indicator(slug)), RedirectDocument)?.indicator ?? null
  }

  /** The store itself, for lists of releases and what changed between them. */
  get store(): ReleaseStore {
    return this.#store
  }
}
