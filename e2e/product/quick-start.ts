import { registerHooks } from 'node:module'

/*
 * Loaded before a program that tests start again and again (node --import). Node reads the package.json of a package anew for
 * every one of its files, to learn what kind of module it is; that of drizzle-orm is 179 kB, its files a hundred, and a third of
 * a start goes by that way. Which file is meant, and what is in it, stays as it is.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL } = context
    if (!parentURL?.includes('/drizzle-orm/') || !specifier.startsWith('.')) return next(specifier, context)
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
  },
})
