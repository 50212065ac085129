import formbody from '@fastify/formbody'
import { registerAccounts } from './account-routes.ts'
import type { Door } from './door.ts'
import { registerPasswordLinks } from './password-link-routes.ts'
import { registerProvider } from './provider-routes.ts'
import { registerSecurity } from './security-routes.ts'

/*
 * The pages about who a person is. Pages and forms, complete without a script: they are what a person meets before there is an
 * application, and what still works where a browser refuses it. Most forms are answered with a redirect, so that going back or reloading never
 * sends them twice.
 */

/** Registers signing in and out, passwords and second factors. */
export async function registerSignInPages(door: Door): Promise<void> {
  await door.app.register(formbody)
  registerAccounts(door)
  registerPasswordLinks(door)
  registerProvider(door)
  registerSecurity(door)
}
