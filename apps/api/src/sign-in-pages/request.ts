import { isApiAddress } from '@pejling/addresses/api'
import { localeOfPath } from '@pejling/addresses/language'
import { deskParameters } from '@pejling/addresses/words'
import type { Locale } from '@pejling/domain/text'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FromBrowser } from '../accounts/sign-in.ts'
import type { Site } from '@pejling/page-contract/site'
import { deviceCookie } from '../http/cookies.ts'
import { ownPath } from './own-path.ts'

/* What a request says: in which language, from whom, and what was typed. */

const Typed = z.string().default('')
/** What was sent as a text; what is none is empty. */
export const textOf = (given: unknown): string => Typed.catch('').parse(given)

/** Reads the fields of a form; what was not sent, or is no text, is empty. */
export function fieldsOf(body: unknown): (name: string) => string {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body)
  return (name) => textOf(given[name])
}

/** The language of the page that was asked for. */
export const localeOf = (request: FastifyRequest): Locale => localeOfPath(request.url)

/** Whether the address is one of the API, whose problems are documents; all others of the desk are pages. */
export const isProgramAddress = (request: FastifyRequest): boolean => isApiAddress(request.url)

/** The page of the desk that was asked for before the user had to sign in; empty: its first page. */
export const returnOf = (request: FastifyRequest): string => ownPath(fieldsOf(request.query)(deskParameters.returnTo))

/** The browser a request comes from. */
export const browserOf = (request: FastifyRequest, site: Site): FromBrowser => ({
  agent: request.headers['user-agent'] ?? '',
  from: request.ip,
  device: request.cookies[deviceCookie(site).name],
})
