import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { tooLarge, wrongMethod } from './bodies.ts'
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

const nothingHere = new Problem('not-found', {
  da: 'Der er intet på denne adresse. /api viser alle adresser i API’et.',
  en: 'There is nothing at this address. /api lists every address of the API.',
})

/** What is wrong with a request, as a reader is told. What is inside stays inside: it is logged, not sent. */
export function problemOf(error: FastifyError | Problem, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error.statusCode === 413) return tooLarge(request.routeOptions.bodyLimit)
  if (error.statusCode === 415) return unsupported
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return unreadable
  request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  return internal
}

/** Every error of the application as a problem document. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Problem>((error, request, reply) =>
    sendProblem(request, reply, problemOf(error, request)),
  )
  app.setNotFoundHandler((request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    return sendProblem(request, reply, reads ? nothingHere : wrongMethod(request, reply))
  })
}
