import { FileField } from '../files/FileField.shared.tsx'
import { OpenFile } from '../files/FileList.shared.tsx'
import { PaperContext } from '../pledges/Paper.shared.tsx'
import { ForOtherPage as ForOther } from '../pledges/ForOtherPage.mobile.tsx'
import { PledgePage as Pledge } from '../pledges/PledgePage.mobile.tsx'
import { ReadPage as Read } from '../pledges/ReadPage.mobile.tsx'

// Pages of the pledges with the screens of the files: the paper a pledge was written on.

type PaperProps = {
  readonly label: string
  readonly memberId: string
  readonly onAdded: (file: { readonly id: string; readonly name: string }) => void
}

function PaperPhoto({ label, memberId, onAdded }: PaperProps) {
  return <FileField label={label} about={{ memberId }} purpose="evidence" onAdded={onAdded} phone />
}

const screens = { Field: PaperPhoto, Open: OpenFile }

export function ForOtherPage() {
  return (
    <PaperContext value={screens}>
      <ForOther />
    </PaperContext>
  )
}

export function PledgePage() {
  return (
    <PaperContext value={screens}>
      <Pledge />
    </PaperContext>
  )
}

export function ReadPage() {
  return (
    <PaperContext value={screens}>
      <Read />
    </PaperContext>
  )
}
