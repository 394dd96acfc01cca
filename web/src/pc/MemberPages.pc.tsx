import { useState } from 'react'
import { useParams } from 'wouter'
import { MemberPage } from '../members/MemberPage.pc.tsx'
import { useScope } from './page-scope.ts'

/** /members/:memberId */
export function MemberFilePage() {
  const { memberId } = useParams<{ memberId: string }>()
  const [place, setPlace] = useState<readonly string[]>()
  useScope(place)
  return <MemberPage key={memberId} memberId={memberId} onPlace={setPlace} />
}

/** /me */
export function OwnFilePage() {
  const [place, setPlace] = useState<readonly string[]>()
  useScope(place)
  return <MemberPage memberId={null} onPlace={setPlace} />
}
