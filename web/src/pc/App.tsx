import { useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { Router } from 'wouter'
import { ErrorBoundary } from '../shared/kit/ErrorBoundary.tsx'
import { UndoProvider } from '../shared/kit/undo.tsx'
import { RoutedPages } from '../shared/routing.tsx'
import { useTextSize } from '../shared/text-size.ts'
import { useLanguage } from '../shared/texts.ts'
import { makeQueryClient } from '../shared/use-operation.ts'
import { pcLabels } from './pc-labels.ts'
import { routes } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { themeFor } from './theme.ts'

export function App() {
  const [client] = useState(makeQueryClient)
  const [language] = useLanguage()
  const [size] = useTextSize()
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={themeFor(size)}
        locale={language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        tag={{ variant: 'filled' }}
      >
        <Router>
          <UndoProvider>
            <ErrorBoundary>
              <RoutedPages routes={routes} Frame={Shell} product={pcLabels.product} />
            </ErrorBoundary>
          </UndoProvider>
        </Router>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
