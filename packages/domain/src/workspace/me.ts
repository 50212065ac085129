import { z } from 'zod'
import { Role } from '../role.ts'
import { Scope } from '../scope.ts'
import { Slug } from '../slug.ts'

/** `/me`: who asks, and what they may do. */
export const Me = z
  .strictObject({
    name: z.string(),
    email: z.string().describe('The e-mail address of the account'),
    role: Role,
    isProgram: z.boolean().describe('Whether it is a token'),
    scopes: z.array(Scope).describe('What may be done'),
    indicators: z.array(Slug).nullable().describe('The only indicators a token is good for; null: all'),
    linkTo: z
      .string()
      .nullable()
      .describe('The identity provider the account may be linked to; null: there is none, or it is linked'),
    keeps: z.array(Slug).describe('The indicators whose figures may be written'),
  })
  .meta({ id: 'Me', description: 'Who asks, and what they may do.' })
export type Me = z.infer<typeof Me>
