import type { Handled } from '#platform/context.ts'
import { readerHandlers } from './handlers-reader.ts'

export const outcomeHandlers: readonly Handled[] = [...readerHandlers]
