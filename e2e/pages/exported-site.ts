import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { pejling, start } from '../product/command-line.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folders the sites have been written to as files; not there where tests ask the server itself. */
    exported: { readonly delivered: string; readonly demonstration: string }
  }
}

/** Writes both sites as files, once for all tests that read them so. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const root = mkdtempSync(join(tmpdir(), 'pejling-files-'))
  const exportOf = async (name: string, demo: readonly string[]): Promise<string> => {
    const [data, site] = [join(root, `${name}-data`), join(root, name)]
    const server = start(['serve', ...demo], data, { PORT: '0' })
    await server.said(/Pejling: /)
    server.process.kill('SIGTERM')
    await server.ended
    const { code, output } = await pejling(['export-site', site, ...demo], data)
    if (code !== 0) throw new Error(output)
    return site
  }
  const [delivered, demonstration] = await Promise.all([
    exportOf('delivered', []),
    exportOf('demonstration', ['--demo']),
  ])
  provide('exported', { delivered, demonstration })
  return () => rmSync(root, { recursive: true })
}
