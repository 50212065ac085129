import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { writeCachedResponse, type CachedResponse } from './cached-response.ts'

/** How much memory answers may hold here that are no longer held as answers of a release, in bytes; and how many there are. */
const [memoryLimit, mostAnswers] = [16 * 1024 * 1024, 4000]

/** Larger answers, in bytes, take so long to send that finding them costs nothing beside it. */
const largestKept = 1024 * 1024

/** Counts an answer that was sent from here: its route, its status, and the seconds it took. */
export type AnsweredRequest = (route: string, status: number, seconds: number) => void

interface Kept {
  readonly route: string
  readonly served: CachedResponse
}

/** What an answer is kept under that was chosen by what the reader accepts. No address has a blank in it, so that it is none. */
const chosenBy = ({ url, headers }: IncomingMessage): string => `${url} ${headers.accept ?? ''}`

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers that can be given before routing; not there where there are none. */
    answeredBefore?: AnsweredBefore
  }
}

/**
 * Answers that a route has given, given again before routing. It knows no rule of its own: an answer is kept under the very
 * address it was sent for, with the header it was chosen by, as long as the releases are as they were when it was asked for.
 * Whatever else comes (another method, a body, an address not asked for before) goes on to the routes.
 */
export class AnsweredBefore {
  readonly #generation: () => number
  readonly #told: AnsweredRequest
  readonly #answers = new LRUCache<string, Kept>({
    max: mostAnswers,
    maxSize: memoryLimit,
    sizeCalculation: ({ served }, address) => served.size + address.length,
  })
  /** When a request came that went on to the routes: the generation of the releases then. */
  readonly #begun = new WeakMap<IncomingMessage, number>()
  #current = -1

  /** `generation`: a number that is another whenever what is published is otherwise. */
  constructor(generation: () => number, told: AnsweredRequest) {
    this.#generation = generation
    this.#told = told
  }

  /** Keeps an answer that a route is about to send, for those who ask for the same. */
  keep(request: IncomingMessage, route: string, served: CachedResponse): void {
    const begun = this.#begun.get(request)
    // What is shared beside releases may change at any time; what was begun before a release is of the one before it.
    if (served.freshness === 'current' || served.size > largestKept || begun !== this.#generation()) return
    const name = served.vary === 'Accept-Encoding' ? (request.url ?? '') : chosenBy(request)
    this.#answers.set(name, { route, served })
  }

  /** Returns where the same has been answered before; `false`: the routes have to. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, headers, url } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false
    const began = performance.now()
    const generation = this.#noticed()
    if (generation === null) return false
    const kept = this.#answers.get(url ?? '') ?? this.#answers.get(chosenBy(request))
    if (!kept) {
      this.#begun.set(request, generation)
      return false
    }
    writeCachedResponse(headers, response, kept.served)
    this.#told(kept.route, response.statusCode, (performance.now() - began) / 1000)
    return true
  }

  /** A listener that answers from here where it can, and leaves everything else to another. */
  before(listener: RequestListener): RequestListener {
    return (request, response) => {
      if (!this.answer(request, response)) listener(request, response)
    }
  }

  /** The generation of the releases now, and nothing left of another; `null`: it cannot be told, and the routes will say why. */
  #noticed(): number | null {
    try {
      const generation = this.#generation()
      if (generation !== this.#current) this.#answers.clear()
      this.#current = generation
      return generation
    } catch {
      return null
    }
  }
}
