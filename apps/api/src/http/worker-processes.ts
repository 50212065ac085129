import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Asker, WholeAnswer } from './forward.ts'
import { Problem } from './problem.ts'
import type { Room } from './rooms.ts'

/** The processes beside the serving one. */
export interface WorkerProcesses {
  /** Has a request answered, as it comes and as it is written. Rejects where that cannot be; nothing has been written then. */
  answer(room: Room, request: IncomingMessage, response: ServerResponse, from: Asker): Promise<void>
  /** The answer at an address. Rejects where there is none to be had. */
  ask(room: Room, path: string, headers: OutgoingHttpHeaders): Promise<WholeAnswer>
}

/** The problem of an answer that could not be made by the process it is left to. */
export const busy = new Problem('busy', {
  da: 'Serveren kan ikke lave svaret lige nu. Prøv igen om lidt.',
  en: 'The server cannot make this answer just now. Try again in a moment.',
})

/** When a reader may try again, in seconds. */
export const retryAfter = 5
