import { useState } from 'react'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useLooks } from './hooks.ts'
import { fileTexts } from './labels-file.ts'
import { LookList } from './Looks.shared.tsx'

const SIZE = 20

/** Everybody who looked at the own file, newest first. */
export function WhoLooked() {
  const t = useText()
  const [first, setFirst] = useState(0)
  const looks = useLooks(null, first, SIZE)
  return (
    <Fetched
      from={looks}
      columns="1fr 100px"
      isEmpty={(data) => data.total === 0}
      empty={<StateEmpty fact={t(fileTexts.looksNone)} fill={t(fileTexts.looksNoneNext)} />}
    >
      {(data) => (
        <>
          <LookList looks={data.looks} />
          {data.total > SIZE && <Pager first={first} size={SIZE} total={data.total} onFirst={setFirst} />}
        </>
      )}
    </Fetched>
  )
}
