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
let [waiting, asked, isEnding] = [0, 0, false]
const began = performance.now()

function ask(path: string, due: number): void {
  waiting += 1
  const take = (status: number): void => {
    answers.push({ path, milliseconds: performance.now() - due, status })
    waiting -= 1
  }
  get(origin + path, { agent, timeout: 60_000, headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
    answer.resume()
    answer.once('end', () => take(answer.statusCode ?? 0))
    answer.once('error', () => take(0))
  }).once('error', () => take(0))
}

const timer = setInterval(() => {
  while (!isEnding && began + asked * interval <= performance.now()) {
    ask(paths[asked % paths.length] ?? '/', began + asked * interval)
    asked += 1
  }
  if (isEnding && waiting === 0) {
    clearInterval(timer)
    process.send?.(answers)
    process.disconnect()
  }
}, 2)
process.once('message', () => {
  isEnding = true
})
