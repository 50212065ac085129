import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { AnsweringServer } from './answering-server.ts'

it.each([
  ['/maal/1.1?om=alt', '/maal/1.1?om=alt'],
  ['http://pejling.example/maal/1.1?om=alt', '/maal/1.1?om=alt'],
  ['HTTPS://pejling.example:8443', '/'],
  ['http://pejling.example?om=alt', '/?om=alt'],
  ['//pejling.example/maal', '//pejling.example/maal'],
  ['/soeg?q=http://pejling.example/', '/soeg?q=http://pejling.example/'],
])('a request for %s is one for %s', async (path, asked) => {
  const server = new AnsweringServer((request, response) => response.end(request.url), 1000)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const answer = await new Promise<string>((resolve, reject) => {
    get({ port, path, host: '127.0.0.1', agent: false }, (incoming) => resolve(text(incoming))).once('error', reject)
  })
  expect(answer).toBe(asked)
})
