import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './examples.ts'
import type { Reader } from './reader.ts'

/** The compiler of the workspace; the generator of clients has one of its own. */
const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc')

/** Makes the types of a client from the description that the reader's installation gives, as docs/api.md says. */
export async function generateClient(reader: Reader): Promise<string> {
  await reader.run('npx', ['openapi-typescript', `${reader.origin}/api/v1/openapi.json`, '--output', 'pejling.d.ts'])
  return readFileSync(join(reader.desk, 'pejling.d.ts'), 'utf8')
}

/** Checks a program's types as strictly as there is, runs it at the reader's desk, and answers what it says. */
export async function runProgram(reader: Reader, name: string, program: string): Promise<string> {
  writeFileSync(join(reader.desk, name), program)
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable'],
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    noEmit: true,
    typeRoots: [join(repository, 'node_modules', '@types')],
    types: ['node'],
    skipLibCheck: false,
  }
  writeFileSync(join(reader.desk, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(reader.desk, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [name] }))
  await reader.run(process.execPath, [compiler, '-p', '.'])
  return reader.run(process.execPath, [name])
}
