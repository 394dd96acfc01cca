import { FileField } from '../files/FileField.shared.tsx'
import { OpenFile } from '../files/FileList.shared.tsx'
import { PaperContext } from '../pledges/Paper.shared.tsx'
import { EnterPage as Enter } from '../pledges/MinePages.pc.tsx'
import { PledgePage as Pledge } from '../pledges/PledgePage.pc.tsx'
import { ReviewPage as Review } from '../pledges/ReviewPage.pc.tsx'

// Pages of the pledges with the screens of the files: the paper a pledge was written on.

type PaperProps = {
  readonly label: string
  readonly memberId: string
  readonly onAdded: (file: { readonly id: string; readonly name: string }) => void
}

function PaperPhoto({ label, memberId, onAdded }: PaperProps) {
  return <FileField label={label} about={{ memberId }} purpose="evidence" onAdded={onAdded} />
}

const screens = { Field: PaperPhoto, Open: OpenFile }

export function EnterPage() {
  return (
    <PaperContext value={screens}>
      <Enter />
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

export function ReviewPage() {
  return (
    <PaperContext value={screens}>
      <Review />
    </PaperContext>
  )
}
