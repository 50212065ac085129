import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { expect } from 'vitest'
import { parseDocument } from 'yaml'
import type { Example } from './examples.ts'
import type { Reader } from './reader.ts'
import { runProgram } from './typescript-program.ts'

/** Has nginx read servers of its configuration, with a certificate to find; answers what it objects to. */
export async function checkNginx(reader: Reader, config: string): Promise<string> {
  const subject = ['-subj', '/CN=maal.example.dk', '-keyout', 'privkey.pem', '-out', 'fullchain.pem']
  await reader.run('openssl', ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-days', '1', ...subject])
  let sockets = 0
  // Addresses of this machine may be taken.
  const listening = config.replaceAll(/listen \S*\d+/g, () => `listen unix:${reader.desk}/${(sockets += 1)}.sock`)
  const rooms = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((room) => `${room}_temp_path ${reader.desk};`)
  const file = join(reader.desk, 'nginx.conf')
  // Debian's types stand beside its own configuration.
  copyFileSync('/etc/nginx/mime.types', join(reader.desk, 'mime.types'))
  writeFileSync(file, `events {}\nhttp {\naccess_log off;\n${rooms.join('\n')}\n${listening}\n}\n`)
  return reader.run('/usr/sbin/nginx', ['-t', '-q', '-e', 'stderr', '-g', `pid ${reader.desk}/pid;`, '-c', file])
}

/** Settings of a program that reads YAML. */
function checkYaml(text: string): string {
  const document = parseDocument(text, { strict: true })
  expect([...document.errors, ...document.warnings].map(({ message }) => message)).toEqual([])
  expect(document.toJS()).toBeInstanceOf(Object)
  return ''
}

/** What is pasted into a page: well formed, and what it loads is there. */
async function checkHtml(text: string): Promise<string> {
  const page = `<!doctype html><html lang="da"><head><title>t</title></head><body><h1>t</h1>\n${text}\n</body></html>`
  const { results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page)
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  const addresses = [...text.matchAll(/src="([^"]+)"/g)].map(([, address = '']) => address)
  for (const address of addresses) expect([address, (await fetch(address)).status]).toEqual([address, 200])
  return ''
}

/** Does what an example says, where the reader sits, and answers what was said to it. Throws where it does not work. */
export async function tryExample(
  reader: Reader,
  { language, text }: Example,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const here = reader.here(text)
  switch (language) {
    case 'sh':
      return reader.run('bash', ['-euo', 'pipefail', '-c', here], environment)
    case 'r':
      return reader.run('/usr/bin/Rscript', ['--vanilla', '-e', here])
    case 'python':
      return reader.run('/usr/bin/python3', ['-c', here])
    case 'ts':
      return runProgram(reader, 'example.ts', here)
    case 'html':
      return checkHtml(here)
    case 'yaml':
      return checkYaml(text)
    case 'nginx':
      return checkNginx(reader, here)
    default:
      throw new Error(`An example in "${language}" cannot be tried: say what it is in, or mark it no-run`)
  }
}
