// What the product is made of: whether a weakness is known in any of it, and a bill of materials (CycloneDX) of all of it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pnpm } from './pnpm.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [task] = process.argv.slice(2)

function ask(...args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20, shell: process.platform === 'win32' }
  return spawnSync('npx', ['-y', pnpm, ...args], options)
}

/** Fails where a weakness of some weight is known in what an installation runs. */
function audit() {
  const { status, stdout, stderr } = ask('audit', '--prod', '--audit-level', 'moderate')
  if (status === 0) return true
  // A registry that mirrors packages need not know of weaknesses, and a machine need not reach one.
  if (
    /ERR_PNPM_AUDIT_BAD_RESPONSE|ERR_PNPM_META_FETCH_FAIL|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT/.test(
      stdout + stderr,
    )
  ) {
    process.stdout.write('The registry of this machine does not answer which weaknesses are known: not checked here.\n')
    return true
  }
  process.stdout.write(stdout + stderr)
  return false
}

/** The name of a package; its scope is its group. */
const nameOf = ({ group, name }) => (group ? `${group}/${name}` : name)

/** Writes the bill of materials; fails where it does not name every package that an installation runs, with its licence. */
function billOfMaterials() {
  const file = join(root, 'dist', 'sbom.cdx.json')
  mkdirSync(dirname(file), { recursive: true })
  const { status, stdout, stderr } = ask('sbom', '--sbom-format', 'cyclonedx', '--prod', '--out', file)
  if (status !== 0) {
    process.stdout.write(stdout + stderr)
    return false
  }
  const { bomFormat, components, dependencies } = JSON.parse(readFileSync(file, 'utf8'))
  const named = new Set(components.map(nameOf))
  const manifest = JSON.parse(readFileSync(join(root, 'apps', 'api', 'package.json'), 'utf8'))
  const wanted = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@pejling/'))
  const missing = wanted.filter((name) => !named.has(name))
  const unlicensed = components.filter((one) => !one.licenses?.length && !nameOf(one).startsWith('@pejling/'))
  if (bomFormat === 'CycloneDX' && dependencies.length > 0 && missing.length === 0 && unlicensed.length === 0) {
    process.stdout.write(`${components.length} packages in dist/sbom.cdx.json\n`)
    return true
  }
  process.stdout.write(`Missing: ${missing.join(', ')}; without a licence: ${unlicensed.map(nameOf).join(', ')}\n`)
  return false
}

process.exitCode = (task === 'audit' ? audit() : billOfMaterials()) ? 0 : 1
