import { Agent, get } from 'node:http'

/*
 * A reader who asks for one public address after another, so many times a second whatever the answers take, and says at the end
 * how long each took. It runs in a process of its own, so that nothing but the server can delay it. Each time is counted from when
 * the question was due, not from when it was sent.
 */

const [origin = '', perSecond = '50', ...paths] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 100 })
const interval = 1000 / Number(perSecond)

/** An answer: where it was asked for, how long it took in milliseconds, and its status; 0: there was none. */
export interface Answer {
  readonly path: string
  readonly milliseconds: number
  readonly status: number
}

const answers: Answer[] = []
const state = { waiting: 0, asked: 0, isEnding: false }
const began = performance.now()

function ask(path: string, due: number): void {
  state.waiting += 1
  const take = (status: number): void => {
    answers.push({ path, milliseconds: performance.now() - due, status })
    state.waiting -= 1
  }
  get(origin + path, { agent, timeout: 60_000, headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
    answer.resume()
    answer.once('end', () => take(answer.statusCode ?? 0))
    answer.once('error', () => take(0))
  }).once('error', () => take(0))
}

const timer = setInterval(() => {
  while (!state.isEnding && began + state.asked * interval <= performance.now()) {
    ask(paths[state.asked % paths.length] ?? '/', began + state.asked * interval)
    state.asked += 1
  }
  if (state.isEnding && state.waiting === 0) {
    clearInterval(timer)
    process.send?.(answers)
    process.disconnect()
  }
}, 2)
process.once('message', () => {
  state.isEnding = true
})
