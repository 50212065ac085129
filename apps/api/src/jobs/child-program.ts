import { fileURLToPath } from 'node:url'
import { isBuilt } from '../processes/built.ts'

/** The program of the processes beside the server (child.ts). */
export const childProgram = fileURLToPath(new URL(isBuilt ? 'child.js' : 'child.ts', import.meta.url))
