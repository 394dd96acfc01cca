import { rosterTags, type RosterTag } from '@steward/domain/members/tag.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import { useText } from '../shared/texts.ts'
import type { ActProps } from './ActFrame.pc.tsx'
import { AdverseDrawer } from './AdverseDrawer.pc.tsx'
import { BranchDrawer } from './BranchDrawer.pc.tsx'
import type { MemberFile } from './hooks.ts'
import { tagTexts } from './labels.ts'
import { fileTexts } from './labels-file.ts'
import { CategoryDrawer, DeathDrawer, RestoreDrawer, TagDrawer, UntagDrawer } from './SmallActs.pc.tsx'

export type Act =
  | { readonly kind: 'category' | 'tag' | 'branch' | 'death' | 'adverse' | 'restore' }
  | { readonly kind: 'untag'; readonly tag: RosterTag }

/** The rarer acts on a file, each only where it is possible and allowed. */
export function ActMenu({ file, onAct }: { file: MemberFile; onAct: (act: Act) => void }) {
  const t = useText()
  const officer = file.may.includes('member.certify')
  const { state } = file.facts
  const acts = [
    { id: 'category', label: t(fileTexts.changeCategory), act: { kind: 'category' } as const, when: true },
    {
      id: 'tag',
      label: t(fileTexts.setTag),
      act: { kind: 'tag' } as const,
      when: file.tags.length < rosterTags.length,
    },
    ...file.tags.map(({ tag }) => ({
      id: `untag-${tag}`,
      label: t(fileTexts.endTag, { tag: t(tagTexts[tag]) }),
      act: { kind: 'untag', tag } as const,
      when: true,
    })),
    { id: 'branch', label: t(fileTexts.changeBranch), act: { kind: 'branch' } as const, when: officer },
    {
      id: 'restore',
      label: t(fileTexts.restore),
      act: { kind: 'restore' } as const,
      when: officer && state === 'suspended',
    },
    {
      id: 'adverse',
      label: t(fileTexts.recordAdverse),
      act: { kind: 'adverse' } as const,
      when: officer,
      apart: true,
    },
    {
      id: 'death',
      label: t(fileTexts.recordDeath),
      act: { kind: 'death' } as const,
      when: true,
      apart: !officer,
    },
  ]
  return (
    <Menu
      className="btn"
      button={
        <>
          {t(fileTexts.moreActs)}
          <Icon name="down" />
        </>
      }
      items={acts
        .filter(({ when }) => when)
        .map(({ id, label, act, ...rest }) => ({ id, label, ...rest, onPick: () => onAct(act) }))}
    />
  )
}

export function ActDrawer({ file, act, onClose }: ActProps & { act: Act }) {
  if (act.kind === 'category') return <CategoryDrawer file={file} onClose={onClose} />
  if (act.kind === 'tag') return <TagDrawer file={file} onClose={onClose} />
  if (act.kind === 'untag') return <UntagDrawer file={file} tag={act.tag} onClose={onClose} />
  if (act.kind === 'branch') return <BranchDrawer file={file} onClose={onClose} />
  if (act.kind === 'death') return <DeathDrawer file={file} onClose={onClose} />
  if (act.kind === 'adverse') return <AdverseDrawer file={file} onClose={onClose} />
  return <RestoreDrawer file={file} onClose={onClose} />
}
