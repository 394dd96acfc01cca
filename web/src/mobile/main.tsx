import { createRoot } from 'react-dom/client'
import '../shared/tokens.css'
import '../shared/kit/kit.css'
import './mobile.css'
import './elder/elder.css'
import { App } from './App.tsx'

// After an update the old page asks for parts that are gone: fetch the new page once.
addEventListener('vite:preloadError', () => location.reload())

const place = document.getElementById('app')
if (place) createRoot(place).render(<App />)

// Browsers offer service workers only over https and on this machine.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`)
}
