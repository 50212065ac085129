import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/* Which passwords may be chosen: long ones that are not found by trying common ones. */

/** The shortest password: the length NIST SP 800-63B asks of a password used without a second factor. */
export const shortestPassword = 15

/** Why a password may not be chosen: too short; common, or made of what is common; made of what is known of its owner. */
export type PasswordWeakness = 'short' | 'common' | 'own'

/** As powers of ten: a password that is found with fewer guesses (by zxcvbn's estimate) may not be chosen. */
const fewestGuesses = 10
/** So much of a password is looked at: the rest can only make it stronger. */
const looked = 100

let factory: ZxcvbnFactory | null = null
/** Made when the first password is chosen: the list of common passwords takes some megabytes. */
const judge = (): ZxcvbnFactory =>
  (factory ??= new ZxcvbnFactory({
    dictionary: { 'passwords-common': dictionary['passwords-common'] },
    graphs: adjacencyGraphs,
  }))

/** The words of texts, with Danish letters as they are and as they are written without. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((word) => word.toLowerCase())
  const plain = words.map((word) => word.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa'))
  return [...new Set([...words, ...plain])].filter((word) => word.length > 2)
}

/**
 * Why a password may not be chosen; `null`: it may. `own`: what is known of its owner and of the installation, such as names and
 * addresses, which make nothing stronger.
 */
export function weaknessOf(password: string, own: readonly string[]): PasswordWeakness | null {
  if (Array.from(password).length < shortestPassword) return 'short'
  const words = wordsOf([...own, 'Pejling'])
  const { guessesLog10, sequence } = judge().check(password.slice(0, looked), words)
  if (guessesLog10 >= fewestGuesses) return null
  const isOwn = sequence.some((part) => 'dictionaryName' in part && part.dictionaryName === 'userInputs')
  return isOwn ? 'own' : 'common'
}
