/**
 * Whether this is the built server (`dist/server/`), in which the programs lie beside one another, or its sources, each in a room
 * of its own.
 */
export const isBuilt = !import.meta.filename.endsWith('.ts')
