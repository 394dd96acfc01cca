import { useState } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { Router } from 'wouter'
import { keepAnswers } from '../shared/kept-answers.ts'
import { ErrorBoundary } from '../shared/kit/ErrorBoundary.tsx'
import { UndoProvider } from '../shared/kit/undo.tsx'
import { RoutedPages } from '../shared/routing.tsx'
import { makeQueryClient } from '../shared/use-operation.ts'
import { mobileLabels } from './mobile-labels.ts'
import { routes } from './routes.tsx'
import { Shell } from './Shell.tsx'

const BASE = '/m'

function makeClient(): QueryClient {
  const client = makeQueryClient()
  keepAnswers(client)
  return client
}

export function App() {
  const [client] = useState(makeClient)
  return (
    <QueryClientProvider client={client}>
      <Router base={BASE}>
        <UndoProvider>
          <ErrorBoundary>
            <RoutedPages routes={routes} Frame={Shell} product={mobileLabels.product} />
          </ErrorBoundary>
        </UndoProvider>
      </Router>
    </QueryClientProvider>
  )
}
