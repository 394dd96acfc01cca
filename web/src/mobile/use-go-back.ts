import { useCallback } from 'react'
import { useLocation } from 'wouter'

/** One step back inside the app, or to `home` when the page was opened by its address. */
export function useGoBack(home: string): () => void {
  const [, navigate] = useLocation()
  return useCallback(() => {
    if (history.length > 1) history.back()
    else navigate(home)
  }, [home, navigate])
}
