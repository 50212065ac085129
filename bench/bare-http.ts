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

createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers)
    response.end()
  } else {
    response.writeHead(200, headers)
    response.end(body)
  }
}).listen(Number(process.env['PORT']), '127.0.0.1')
