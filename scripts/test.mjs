// Everything that has to hold, one check after another; all of them run, so that one failure does not hide the next.
// The last line counts the tests, each check that is no test runner as one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [task, ...filters] = process.argv.slice(2)
const failed = []
let passed = 0

function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit', cwd: root }).status === 0
}

function check(name, command, args) {
  process.stdout.write(`\n— ${name}\n`)
  if (run(command, args)) passed += 1
  else failed.push(name)
}

/**
 * What the tests show the product to, and the Debian packages it comes in: a browser, readers of PDF, an office suite, and
 * what the examples in the documents are for.
 */
const programs = [
  { path: '/usr/bin/chromium', packages: ['chromium'] },
  { path: '/usr/bin/pdftotext', packages: ['poppler-utils'] },
  { path: '/usr/bin/curl', packages: ['curl'] },
  { path: '/usr/bin/prlimit', packages: ['util-linux'] },
  { path: '/usr/bin/Rscript', packages: ['r-base-core'] },
  { path: '/usr/bin/python3', packages: ['python3'] },
  { path: '/usr/sbin/nginx', packages: ['nginx-light'] },
  { path: '/usr/bin/openssl', packages: ['openssl'] },
  { path: '/usr/bin/systemd-analyze', packages: ['systemd'] },
  { path: '/usr/bin/soffice', packages: ['libreoffice-calc-nogui', 'libreoffice-impress-nogui'] },
]

/** Installs what is missing where that can be done. */
function bringPrograms() {
  const missing = programs.filter(({ path }) => !existsSync(path)).flatMap(({ packages }) => packages)
  if (missing.length === 0) return
  process.stdout.write(`Installing ${missing.join(', ')} for the tests …\n`)
  const quiet = { stdio: 'ignore' }
  const installed =
    spawnSync('apt-get', ['update'], quiet).status === 0 &&
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...missing], quiet).status === 0
  if (installed) return
  process.stderr.write(`The tests need more programs. On Debian: sudo apt-get install ${missing.join(' ')}\n`)
  process.exit(1)
}

check('format', 'prettier', ['--check', '--log-level', 'warn', '.'])
check('lint', 'oxlint', ['--deny-warnings'])
check('types', 'tsc', ['-p', '.'])
check('unused code', 'knip', [])

if (task === 'test') {
  check('known weaknesses', process.execPath, [join(root, 'scripts', 'supply-chain.mjs'), 'audit'])
  check('bill of materials', process.execPath, [join(root, 'scripts', 'supply-chain.mjs'), 'sbom'])
  bringPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'pejling-test-'))
  const report = join(folder, 'report.json')
  process.stdout.write('\n— tests\n')
  run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters])
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    passed += numPassedTests
    for (let count = 0; count < numFailedTests; count += 1) failed.push('test')
    // Nothing is skipped on purpose: what did not run could not be prepared.
    for (let count = 0; count < numPendingTests; count += 1) failed.push('test that did not run')
    // A file that could not be loaded has no tests to count.
    for (const file of testResults)
      if (file.status === 'failed' && file.assertionResults.length === 0) failed.push(file.name)
  } else {
    failed.push('vitest')
  }
  rmSync(folder, { recursive: true })
}

process.stdout.write(
  `\n${failed.length > 0 ? `Failed: ${[...new Set(failed)].join(', ')}\n` : ''}${passed} passed, ${failed.length} failed\n`,
)
process.exitCode = failed.length > 0 ? 1 : 0
