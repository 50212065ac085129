import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/* Which passwords may be chosen: long ones that are not found by trying common ones. */

/** The shortest password: the length NIST SP 800-63B asks of a password used without a second factor. */
export const shortestPassword = 15

/** Why a password may not be chosen: too short; common, or made of what is common; made of what is known of its owner. */
export type PasswordWeakness = 'short' | 'common' | 'own'

/** As powers of ten: a password that is found with fewer guesses (by zxcvbn's estimate) may not be chosen. */
const fewestGuesses = 10
/** How much of a password is looked at: the rest can only make it stronger. */
const looked = 100

async function makeJudge(): Promise<ZxcvbnFactory> {
  const [core, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const words = { 'passwords-common': dictionary['passwords-common'] }
  return new core.ZxcvbnFactory({ dictionary: words, graphs: adjacencyGraphs })
}

let judge: Promise<ZxcvbnFactory> | null = null

/** The words of texts, with Danish letters as they are and as they are written without. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((word) => word.toLowerCase())
  const plain = words.map((word) => word.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa'))
  return [...new Set([...words, ...plain])].filter((word) => word.length > 2)
}

/**
 * Why a password may not be chosen; `null`: it may. `own`: what is known of its owner and of the installation, such as names and
 * addresses, which make nothing stronger. The list of common passwords takes some megabytes: it is loaded when the first is chosen.
 */
export async function weaknessOf(password: string, own: readonly string[]): Promise<PasswordWeakness | null> {
  if (Array.from(password).length < shortestPassword) return 'short'
  const words = wordsOf([...own, 'Pejling'])
  judge ??= makeJudge()
  const { guessesLog10, sequence } = (await judge).check(password.slice(0, looked), words)
  if (guessesLog10 >= fewestGuesses) return null
  const isOwn = sequence.some((part) => 'dictionaryName' in part && part.dictionaryName === 'userInputs')
  return isOwn ? 'own' : 'common'
}
