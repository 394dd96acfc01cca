import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { AskedPage as Asked } from '../claims/Asked.shared.tsx'
import { CompletePage as Complete } from '../claims/Complete.shared.tsx'
import { DeedPage as Deed } from '../claims/Deed.shared.tsx'
import { CoverContext } from '../claims/hooks-cover.ts'
import { sendingRefusals } from '../claims/labels-refusal.ts'
import {
  MyDeductionPage as OneDeduction,
  MyDeductionsPage as Deductions,
} from '../claims/MyDeductions.shared.tsx'
import { MyDeedsPage as Deeds } from '../claims/MyDeeds.shared.tsx'
import { MyTasksPage as Tasks } from '../claims/MyTasks.shared.tsx'
import { ReportPage as Report } from '../claims/Report.shared.tsx'
import { CoverPhoto } from '../files/CoverPhoto.shared.tsx'
import { deductionLabels } from '../claims/labels-deduction.ts'
import { askedLabels, mineLabels, reportLabels } from '../claims/labels-report.ts'
import { taskLabels } from '../claims/labels-task.ts'
import { outboxLabels } from '../shared/outbox/outbox-labels.ts'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { OutboxLook } from '../shared/outbox/OutboxLook.tsx'
import './own-deeds.css'

/** What a member does with the own deeds, on the PC: the same pages in a column of reading width. */
function Own({ title, children }: { readonly title: Text; readonly children: ReactNode }) {
  const t = useText()
  return (
    <CoverContext value={CoverPhoto}>
      <div className="own-deeds">
        <h1 className="ph1">{t(title)}</h1>
        {children}
      </div>
    </CoverContext>
  )
}

export function ReportPage() {
  return (
    <Own title={reportLabels.title}>
      <Report />
    </Own>
  )
}

export function MyDeedsPage() {
  return (
    <Own title={mineLabels.title}>
      <Deeds />
    </Own>
  )
}

export function DeedPage() {
  return (
    <Own title={mineLabels.deed}>
      <Deed />
    </Own>
  )
}

export function CompletePage() {
  return (
    <Own title={mineLabels.completeTitle}>
      <Complete />
    </Own>
  )
}

export function AskedPage() {
  return (
    <Own title={askedLabels.title}>
      <Asked />
    </Own>
  )
}

export function MyTasksPage() {
  return (
    <Own title={taskLabels.title}>
      <Tasks />
    </Own>
  )
}

export function MyDeductionsPage() {
  return (
    <Own title={deductionLabels.mineTitle}>
      <Deductions />
    </Own>
  )
}

export function MyDeductionPage() {
  return (
    <Own title={deductionLabels.mineTitle}>
      <OneDeduction />
    </Own>
  )
}

/** 要你看一眼: one item that was not taken. */
export function WaitingPage() {
  const { itemId = '' } = useParams()
  return (
    <Own title={outboxLabels.lookTitle}>
      <OutboxLook id={itemId} refusals={sendingRefusals} home="/my-deeds" />
    </Own>
  )
}
