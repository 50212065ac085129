import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BusyError } from '../db/retry-while-busy.ts'
import { WorkerAnswer } from './made-elsewhere.ts'
import { tooLarge, wrongMethod } from './bodies.ts'
import { MethodTable } from './method-table.ts'
import { Problem, sendProblem } from './problem.ts'

/** The problem of a request that is no request: an address with half a character in it, a body that is not what it says. */
export const unreadable = new Problem('invalid-request', {
  da: 'Forespørgslen kunne ikke læses.',
  en: 'The request could not be read.',
})

const unsupported = new Problem('unsupported-media-type', {
  da: 'Adressen tager ikke imod indhold af den type. Se typen efter i Content-Type.',
  en: 'This address takes no content of that type. Check the type in Content-Type.',
})

const internal = new Problem('internal', {
  da: 'Noget gik galt på serveren. Prøv igen; fejlen er skrevet i loggen.',
  en: 'Something went wrong on the server. Try again; the error has been logged.',
})

const busy = new Problem('busy', {
  da: 'Databasen bliver skrevet af en anden lige nu. Intet er gået tabt. Prøv igen om lidt.',
  en: 'Another process is writing to the database just now. Nothing has been lost. Try again in a moment.',
})

const nothingHere = new Problem('not-found', {
  da: 'Der er intet på denne adresse. /api viser alle adresser i API’et.',
  en: 'There is nothing at this address. /api lists every address of the API.',
})

/** What is wrong with a request, as a reader is told. What is inside stays inside: it is logged, not sent. */
export function problemOf(error: FastifyError | Problem, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof BusyError) return busy
  if (error.statusCode === 413) return tooLarge(request.routeOptions.bodyLimit)
  if (error.statusCode === 415) return unsupported
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return unreadable
  request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  return internal
}

/** Sends an answer that takes long to make, from where it is made. */
export type FromWorkshop = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Every error of the application as a problem document. What takes long to make is no error: it is fetched `fromWorkshop`. */
export function registerErrors(app: FastifyInstance, fromWorkshop: FromWorkshop | null = null): void {
  app.decorate('methodTable', new MethodTable())
  app.setErrorHandler<FastifyError | Problem>((error, request, reply) =>
    error instanceof WorkerAnswer && fromWorkshop !== null
      ? fromWorkshop(request, reply)
      : sendProblem(request, reply, problemOf(error, request)),
  )
  app.setNotFoundHandler((request, reply) => {
    const allowed = app.methodTable.allowedAt(request.url)
    if (request.method === 'OPTIONS' && allowed.length > 0) {
      return reply.code(204).header('allow', allowed.join(', ')).send()
    }
    const reads = request.method === 'GET' || request.method === 'HEAD'
    return sendProblem(request, reply, reads && allowed.length === 0 ? nothingHere : wrongMethod(request, reply))
  })
}
