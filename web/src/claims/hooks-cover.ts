import { createContext } from 'react'
import type { ComponentType } from 'react'
import type { Cover } from '@steward/domain/files/photo-cover.ts'
import type { OpenPhoto } from '../files/hooks-photo.ts'

type CoverProps = {
  readonly photo: OpenPhoto
  readonly covers: readonly Cover[]
  readonly onDone: (covers: readonly Cover[]) => void
  readonly onClose: () => void
  readonly phone?: boolean
}

/** The screen on which faces are covered by hand; the shell puts it in. */
export const CoverContext = createContext<ComponentType<CoverProps> | undefined>(undefined)
