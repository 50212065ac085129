import type { Subject } from '@pejling/addresses/subject'
import { documentPath } from '@pejling/domain/release/paths'
import {
  IndicatorDocument,
  RedirectDocument,
  redirectTarget,
  type ObservationsDocument,
} from '@pejling/domain/release/documents'
import type { Release } from '@pejling/domain/release/release'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { WorkerAnswer } from '../http/made-elsewhere.ts'
import { Problem } from '../http/problem.ts'
import type { ReleaseStore } from '../releases/release-store.ts'
import { readReleases } from './release-documents.ts'
import {
  makeBody,
  makeCachedResponse,
  type Body,
  type Freshness,
  type Header,
  type CachedResponse,
} from './cached-response.ts'

/** How much memory released bytes may take; what is asked for seldom is read from the store again. */
const memoryLimit = 48 * 1024 * 1024
/** How long the newest release is usually taken for the newest before the store is asked again, in milliseconds. */
const usualNotice = 250

/** Documents up to this size, in bytes, are read where answers are served; parsing a larger one is felt. */
const lightUpTo = 256 * 1024

/** A table of figures that this program compiled. */
const Compiled = z.custom<ObservationsDocument>()

/** An indicator's document, of which only the names of its series are read. */
const WithSeries = z.object({
  series: z.array(z.object({ key: z.unknown(), area: z.unknown(), categories: z.unknown() })),
})

/** How many indicators are remembered by what their documents say besides figures. */
const aboutLimit = 300

const documentOf = ({ kind, name }: Subject): string => documentPath[kind](name)

/** What is asked for: the release it is read from, and whether its number stands in the address. */
export interface ReleaseView {
  readonly release: Release
  readonly freshness: Freshness
  /** When what it answers became what it is: when the release was made, or when something was last withdrawn from it. */
  readonly modifiedAt: string
}

/** What an answer is, besides its bytes. */
export interface AnswerAbout {
  readonly contentType: string
  /** The paths of the documents it is made of: it was last changed when one of them was. None: when the release was made. */
  readonly documents: readonly string[]
  readonly vary?: string
  readonly headers?: readonly Header[]
  /** The ending of an address that answers in this form alone, where the form was chosen by what the reader accepts. */
  readonly ending?: string | null
  readonly links?: readonly string[]
  /** Whether `?release=` asks for the same of another release; it does where not given. */
  readonly isPinnable?: boolean
}

/**
 * What the public reads: the releases, kept in memory as finished answers. Public routes are given this and nothing
 * else.
 */
export class ReleaseCache {
  readonly #store: ReleaseStore
  readonly #milliseconds: () => number
  readonly #leavesHeavyWork: boolean
  readonly #noticeWithin: number
  readonly #served = new LRUCache<string, CachedResponse>({
    maxSize: memoryLimit,
    sizeCalculation: (served) => served.size,
  })
  readonly #making = new Map<string, Promise<CachedResponse>>()
  readonly #about = new LRUCache<string, IndicatorDocument>({ max: aboutLimit })
  readonly #editions = new Map<number, ReleaseView>()
  #latest: ReleaseView | null = null
  #latestKey = ''
  #generation = 0
  #withdrawals = 0
  #checkedAt = Number.NEGATIVE_INFINITY

  /**
   * @param leavesHeavyWork whether what takes long is left to another process
   * @param noticeWithin how long the newest release is taken for the newest before the store is asked again, in milliseconds
   */
  constructor(
    store: ReleaseStore,
    milliseconds: () => number,
    leavesHeavyWork = false,
    noticeWithin: number = usualNotice,
  ) {
    this.#store = store
    this.#milliseconds = milliseconds
    this.#leavesHeavyWork = leavesHeavyWork
    this.#noticeWithin = noticeWithin
  }

  /** Stands before work that takes long. Throws {@link WorkerAnswer} where that is left to another process. */
  heavyWork(): void {
    if (this.#leavesHeavyWork) throw new WorkerAnswer()
  }

  /** The edition of the release asked for, or the latest. Throws a {@link Problem} where there is none. */
  edition(number: number | undefined): ReleaseView {
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
  #pinned(number: number): ReleaseView | null {
    const known = this.#editions.get(number)
    if (known) return known
    const release = this.#store.release(number)
    if (!release) return null
    const edition = { release, freshness: 'pinned', modifiedAt: this.#store.modifiedAt(release) } as const
    this.#editions.set(number, edition)
    return edition
  }

  /** Tells that a release has just been made here, so that no one is shown the one before it for another moment. */
  notice(): void {
    this.#checkedAt = Number.NEGATIVE_INFINITY
  }

  /** Something has been withdrawn from releases: nothing that was made before may be shown again. */
  #forget(): void {
    this.#served.clear()
    this.#making.clear()
    this.#about.clear()
    this.#editions.clear()
    this.#latest = null
    this.#generation += 1
  }

  /** A number that is another one as soon as what is published is noticed to be otherwise: a release, or a withdrawal. */
  generation(): number {
    this.#newest()
    return this.#generation
  }

  #newest(): ReleaseView | null {
    const now = this.#milliseconds()
    if (now - this.#checkedAt < this.#noticeWithin) return this.#latest
    this.#checkedAt = now
    const { number, withdrawals } = this.#store.state()
    if (withdrawals !== this.#withdrawals) {
      // Another process, or a command, has taken a figure out of releases that were kept here.
      this.#withdrawals = withdrawals
      this.#forget()
    }
    if (number !== this.#latest?.release.number) {
      this.#generation += 1
      const release = this.#store.release(number)
      this.#latest = release && { release, freshness: 'latest', modifiedAt: this.#store.modifiedAt(release) }
      this.#latestKey = `latest ${number}`
    }
    return this.#latest
  }

  #key(edition: ReleaseView, name: string): string {
    const { freshness, release } = edition
    // What was the newest when it was asked for may be so no more.
    if (freshness === 'latest')
      return `${edition === this.#latest ? this.#latestKey : `latest ${release.number}`} ${name}`
    return `${release.number} ${name}`
  }

  /** The finished answer under a name, where it has been made before. */
  known(edition: ReleaseView, name: string): CachedResponse | null {
    return this.#served.get(this.#key(edition, name)) ?? null
  }

  /** The finished answer under a name, made when it is first asked for. */
  answer(edition: ReleaseView, name: string, make: () => CachedResponse): CachedResponse {
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
  async made(edition: ReleaseView, name: string, make: () => Promise<CachedResponse>): Promise<CachedResponse> {
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

  /** When what is made of documents was last changed: when one of them was; of none, when the release was. */
  modifiedAt({ release, modifiedAt }: ReleaseView, documents: readonly string[]): string {
    const dates = documents.flatMap((path) => this.#store.version(path, release.number)?.modifiedAt ?? [])
    return dates.length === 0 ? modifiedAt : dates.reduce((latest, date) => (date > latest ? date : latest))
  }

  /** Makes an answer of an edition ready. */
  served(edition: ReleaseView, body: Body, { documents, isPinnable = true, ...about }: AnswerAbout): CachedResponse {
    return makeCachedResponse(body, {
      ...about,
      lastModified: this.modifiedAt(edition, documents),
      freshness: edition.freshness,
      ...(isPinnable && { release: edition.release.number }),
    })
  }

  /** The document at a path as a finished answer, or `null`. */
  document(
    edition: ReleaseView,
    path: string,
    about: Omit<AnswerAbout, 'contentType' | 'documents'> = {},
  ): CachedResponse | null {
    const name = `${path} ${about.ending ?? ''}`
    const known = this.known(edition, name)
    if (known) return known
    const found = this.#store.version(path, edition.release.number)
    const document = found && this.#store.document(found.hash)
    if (!found || !document) return null
    return this.answer(edition, name, () =>
      this.served(edition, document, { ...about, contentType: 'application/json; charset=utf-8', documents: [path] }),
    )
  }

  /** The document at a path, read; `null` where there is none. */
  read<Schema extends z.ZodType>(edition: ReleaseView, path: string, schema: Schema): z.output<Schema> | null {
    const json = this.readJson(edition, path)
    return json === undefined ? null : schema.parse(json)
  }

  /**
   * The document at a path as JSON, for readers that know its shape; `undefined` where there is none. Also what tells of the releases, and of
   * the meetings, which are shared beside them.
   */
  readJson(edition: ReleaseView, path: string): unknown {
    if (path === documentPath.meetings) return this.#store.meetings()
    if (path.startsWith('releases')) return readReleases(this.#store, path, edition.release.number)
    const hash = this.#store.version(path, edition.release.number)?.hash
    if (hash !== undefined && this.#store.size(hash) > lightUpTo) this.heavyWork()
    const document = hash === undefined ? null : this.#store.document(hash)
    return document ? JSON.parse(document.bytes.toString()) : undefined
  }

  /**
   * What an indicator's document says besides its figures, kept once it has been read; `null` where there is none. Its series
   * are named without their figures: checking every figure of a large indicator takes a second, and what is asked here needs
   * none of them.
   */
  about(edition: ReleaseView, slug: string): IndicatorDocument | null {
    const name = `${edition.release.number} ${slug}`
    const known = this.#about.get(name)
    if (known) return known
    const json = this.readJson(edition, documentPath.indicator(slug))
    if (json === undefined) return null
    const { series } = WithSeries.parse(json)
    const about = IndicatorDocument.parse({
      ...Object(json),
      series: series.map(({ key, area, categories }) => ({ key, area, categories, observations: [] })),
    })
    this.#about.set(name, about)
    return about
  }

  /**
   * The figures of an indicator as a table; `null` where there is none. They were parsed when they were compiled and their hash
   * says that they are the same still, so that reading many rows does not check each of them once more.
   */
  observations(edition: ReleaseView, slug: string): ObservationsDocument | null {
    const json = this.readJson(edition, documentPath.observations(slug))
    // Tables of earlier versions of the program do not say that nothing is suppressed.
    return json === undefined ? null : Compiled.parse({ withheld: [], ...Object(json) })
  }

  /** A view of documents as a finished answer, made when it is first asked for. */
  view(edition: ReleaseView, name: string, about: AnswerAbout, make: () => string): CachedResponse {
    return this.answer(edition, name, () => this.served(edition, makeBody(make()), about))
  }

  /**
   * The present name of a thing that had another one, in a release; `null`: it never had. What was renamed twice is found by its
   * first name, too.
   */
  renamed(edition: ReleaseView, { kind, name }: Subject): string | null {
    const seen = new Set([name])
    for (let present = name; ;) {
      const next = this.#renamedOnce(edition, { kind, name: present })
      if (next === null || seen.has(next)) return null
      if (this.#store.version(documentOf({ kind, name: next }), edition.release.number) !== null) return next
      seen.add(next)
      present = next
    }
  }

  #renamedOnce(edition: ReleaseView, subject: Subject): string | null {
    const redirect = this.read(edition, documentPath.redirect(documentOf(subject)), RedirectDocument)
    return redirect && redirectTarget(redirect).name
  }

  /** The store itself, for lists of releases and what changed between them. */
  get store(): ReleaseStore {
    return this.#store
  }
}
