import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MadeElsewhere } from '../public/publication.ts'
import { Problem, sendProblem } from './problem.ts'

/** The problem of a request that is no request: an address with half a character in it, a body that is not what it says. */
export const unreadable = new Problem('invalid-request', {
  da: 'Forespørgslen kunne ikke læses.',
  en: 'The request could not be read.',
})

const internal = new Problem('internal', {
  da: 'Noget gik galt på serveren. Prøv igen; fejlen er skrevet i loggen.',
  en: 'Something went wrong on the server. Try again; the error has been logged.',
})

const nothingHere = new Problem('not-found', {
  da: 'Der er intet på denne adresse. /api viser alle adresser i API’et.',
  en: 'There is nothing at this address. /api lists every address of the API.',
})

/**
 * Every error of the application as a problem document. What is inside stays inside: it is logged, not sent. What takes long to
 * make is no error: it is fetched `fromWorkshop`.
 */
export function registerErrors(
  app: FastifyInstance,
  fromWorkshop: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  app.setErrorHandler<FastifyError | Problem | MadeElsewhere>((error, request, reply) => {
    if (error instanceof MadeElsewhere) return fromWorkshop(request, reply)
    if (error instanceof Problem) return sendProblem(request, reply, error)
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return sendProblem(request, reply, unreadable)
    }
    request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
    return sendProblem(request, reply, internal)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, nothingHere))
}
