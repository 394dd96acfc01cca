import { useState } from 'react'
import { useParams } from 'wouter'
import { MemberPage } from '../members/MemberPage.pc.tsx'
import type { MemberFile } from '../members/hooks.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useScope } from './page-scope.ts'
import { memberYearLabels } from './pc-labels.ts'

/** /members/:memberId */
export function MemberFilePage() {
  const { memberId } = useParams<{ memberId: string }>()
  const [place, setPlace] = useState<readonly string[]>()
  useScope(place)
  return (
    <MemberPage
      key={memberId}
      memberId={memberId}
      onPlace={setPlace}
      links={(file) => <YearLink file={file} />}
    />
  )
}

/** /me */
export function OwnFilePage() {
  const [place, setPlace] = useState<readonly string[]>()
  useScope(place)
  return <MemberPage memberId={null} onPlace={setPlace} links={(file) => <YearLink file={file} />} />
}

function YearLink({ file }: { readonly file: MemberFile }) {
  const t = useText()
  const may = useMay()
  if (!may('points.read')) return null
  return (
    <ButtonLink href={file.self ? '/my-year' : `/members/${file.facts.id}/year`}>
      {t(memberYearLabels.toYear)}
    </ButtonLink>
  )
}
