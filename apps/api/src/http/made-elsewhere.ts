/** Thrown where an answer takes long to make and is left to another process. */
export class WorkerAnswer extends Error {
  override name = 'MadeElsewhere'
}
