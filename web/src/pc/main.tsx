import { createRoot } from 'react-dom/client'
import '../shared/tokens.css'
import '../shared/kit/kit.css'
import './pc.css'
import './home.css'
import './narrow.css'
import { App } from './App.tsx'

// After an update the old page asks for parts that are gone: fetch the new page once.
addEventListener('vite:preloadError', () => location.reload())

const place = document.getElementById('app')
if (place) createRoot(place).render(<App />)
