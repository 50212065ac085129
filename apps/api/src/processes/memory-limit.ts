import { readFile } from 'node:fs/promises'

/** How often the memory of a process is looked at, in milliseconds. */
const lookEvery = 500
/** The size of a page of memory on the systems that tell, in bytes. */
const pageSize = 4096

/** How much memory a process holds, in bytes; `null`: this system does not tell (only Linux has /proc). */
async function residentMemory(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => null)
  const pages = Number(text?.split(' ')[1])
  return Number.isFinite(pages) ? pages * pageSize : null
}

/**
 * Calls `exceeded` once when a process holds more memory than it may, in bytes. Its heap has a limit of its own; buffers, images
 * and what compression needs lie outside it. Returns how to stop looking.
 */
export function watchMemory(pid: number, limit: number, exceeded: (bytes: number) => void): () => void {
  const look = async (): Promise<void> => {
    const bytes = await residentMemory(pid)
    if (bytes === null || bytes <= limit) return
    clearInterval(timer)
    exceeded(bytes)
  }
  const timer = setInterval(() => void look(), lookEvery)
  timer.unref()
  return () => clearInterval(timer)
}
