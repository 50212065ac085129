/* What the pages of signing in do more with a script. */
import { usePasskeys } from './use-passkeys.ts'

usePasskeys()
