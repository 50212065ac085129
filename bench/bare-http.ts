import { createServer } from 'node:http'

/*
 * The least a server can do: the bytes and headers of one answer of Pejling, fetched once and sent again and again with
 * `node:http` alone.
 */

const source = process.env['BENCH_SOURCE'] ?? ''
const answer = await fetch(source, { headers: { 'accept-encoding': 'identity' } })
const body = Buffer.from(await answer.arrayBuffer())
const own = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding'])
const headers = [...answer.headers].filter(([name]) => !own.has(name)).flat()
const etag = answer.headers.get('etag')
// An answer without a body has no headers about one.
const aboutBody = new Set(['content-length', 'content-type'])
const validators = [...answer.headers].filter(([name]) => !own.has(name) && !aboutBody.has(name)).flat()

createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, validators)
    response.end()
  } else {
    response.writeHead(200, headers)
    response.end(body)
  }
}).listen(Number(process.env['PORT']), '127.0.0.1')
