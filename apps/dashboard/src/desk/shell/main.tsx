import { createRoot } from 'react-dom/client'
import { Application } from './application.tsx'

const root = document.querySelector('#desk')
if (root) createRoot(root).render(<Application />)
