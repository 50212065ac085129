import type { Text } from '../text.ts'

/** What stands beside every figure of the demonstration set that leaves its page. */
export const inventedFigures: Text = {
  da: 'Opfundne tal, kun til demonstration.',
  en: 'Invented figures, for demonstration only.',
}
