import { CompletePage as Complete } from '../claims/Complete.shared.tsx'
import { HelpPage as Help } from '../claims/HelpPage.mobile.tsx'
import { CoverContext } from '../claims/hooks-cover.ts'
import { ReportPage as Report } from '../claims/Report.shared.tsx'
import { CoverPhoto } from '../files/CoverPhoto.shared.tsx'

// Reporting a deed, with the screen of the files on which faces are covered by hand.

export function ReportPage() {
  return (
    <CoverContext value={CoverPhoto}>
      <Report />
    </CoverContext>
  )
}

export function HelpPage() {
  return (
    <CoverContext value={CoverPhoto}>
      <Help />
    </CoverContext>
  )
}

export function CompletePage() {
  return (
    <CoverContext value={CoverPhoto}>
      <Complete />
    </CoverContext>
  )
}
