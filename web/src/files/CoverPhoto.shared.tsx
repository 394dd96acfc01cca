import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import {
  type Cover,
  coverBetween,
  growCover,
  moveCover,
  type Spot,
} from '@steward/domain/files/photo-cover.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Dialog, Sheet } from '../shared/kit/layers.tsx'
import { useText } from '../shared/texts.ts'
import type { OpenPhoto } from './hooks-photo.ts'
import { photoTexts } from './labels-photo.ts'
import './Photo.css'

type CoverPhotoProps = {
  readonly photo: OpenPhoto
  readonly covers: readonly Cover[]
  readonly onDone: (covers: readonly Cover[]) => void
  readonly onClose: () => void
  readonly phone?: boolean
}

/** Where a new box stands that no finger drew. */
const MIDDLE: Cover = { left: 0.4, top: 0.35, width: 0.2, height: 0.2 }
const STEP = 0.02

/** What a finger is doing: drawing a new box from a corner, or moving one. */
type Drag =
  | { readonly kind: 'draw'; readonly from: Spot }
  | { readonly kind: 'move'; readonly index: number; readonly from: Spot; readonly start: Cover }

/** 遮住人脸: boxes drawn by hand over a photo, with a way back for each step. Nothing is recognised. */
export function CoverPhoto({ photo, covers, onDone, onClose, phone = false }: CoverPhotoProps) {
  const t = useText()
  // The last is what is shown; taking back drops it.
  const [steps, setSteps] = useState<readonly (readonly Cover[])[]>([covers])
  const boxes = steps.at(-1) ?? []
  const step = (next: readonly Cover[]) => setSteps((before) => [...before, next])
  const undo = steps.length > 1 ? () => setSteps((before) => before.slice(0, -1)) : undefined
  const [focused, setFocused] = useState<number>()
  const Layer = phone ? Sheet : Dialog
  const add = () => {
    setFocused(boxes.length)
    step([...boxes, MIDDLE])
  }
  return (
    <Layer
      open
      {...(phone ? {} : { wide: true })}
      onClose={onClose}
      keepOpen={steps.length > 1}
      title={t(photoTexts.cover)}
      acts={
        <>
          <Button icon="plus" onClick={add}>
            {t(photoTexts.add)}
          </Button>
          <Button icon="undo" aria-disabled={undo === undefined || undefined} onClick={undo}>
            {t(photoTexts.undo)}
          </Button>
          <Button ink wide={phone} onClick={() => onDone(boxes)}>
            {t(photoTexts.done)}
          </Button>
        </>
      }
    >
      <p className="s t2">{t(photoTexts.coverHow)}</p>
      <Frame photo={photo} boxes={boxes} onBoxes={step} focused={focused} />
      <p className="s" role="status">
        {boxes.length === 0 ? t(photoTexts.coveredNone) : t(photoTexts.covered, { count: boxes.length })}
      </p>
      <p className="help cover-keys">{t(photoTexts.coverKeys)}</p>
    </Layer>
  )
}

type FrameProps = {
  readonly photo: OpenPhoto
  readonly boxes: readonly Cover[]
  readonly onBoxes: (boxes: readonly Cover[]) => void
  readonly focused: number | undefined
}

function Frame({ photo, boxes, onBoxes, focused }: FrameProps) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const { drag, shown, down, moving, end, cancel } = useDrag(boxes, onBoxes)
  useShownIn(frame, photo)
  const ratio = photo.canvas.width / photo.canvas.height
  const keys = (event: KeyboardEvent, index: number) => {
    const changed = byKey(event, boxes[index])
    if (changed === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onBoxes(
      changed === 'remove'
        ? boxes.filter((_, at) => at !== index)
        : boxes.map((one, at) => (at === index ? changed : one)),
    )
  }
  return (
    <div
      ref={frame}
      role="group"
      aria-label={t(photoTexts.photo)}
      className={drag ? 'cover-frame drawing' : 'cover-frame'}
      style={{ aspectRatio: ratio, width: `min(100%, calc(56dvh * ${ratio}))` }}
      onPointerDown={down}
      onPointerMove={moving}
      onPointerUp={end}
      onPointerCancel={cancel}
    >
      {shown.map((box, index) => (
        <BoxButton
          // Boxes have no other name than their number.
          key={index}
          box={box}
          label={t(photoTexts.box, { number: index + 1 })}
          focused={index === focused}
          index={index}
          onKeyDown={(event) => keys(event, index)}
        />
      ))}
    </div>
  )
}

type BoxProps = {
  readonly box: Cover
  readonly label: string
  readonly index: number
  readonly focused: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function BoxButton({ box, label, index, focused, onKeyDown }: BoxProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) button.current?.focus()
  }, [focused])
  const percent = (share: number) => `${share * 100}%`
  return (
    <button
      ref={button}
      type="button"
      className="cover-box"
      data-box={index}
      aria-label={label}
      style={{
        left: percent(box.left),
        top: percent(box.top),
        width: percent(box.width),
        height: percent(box.height),
      }}
      onKeyDown={onKeyDown}
    />
  )
}

/** Puts the photo's own canvas behind the boxes, so that it is not unpacked a second time. */
function useShownIn(frame: { readonly current: HTMLDivElement | null }, { canvas }: OpenPhoto) {
  useEffect(() => {
    canvas.className = 'cover-photo'
    canvas.setAttribute('aria-hidden', 'true')
    frame.current?.prepend(canvas)
    return () => canvas.remove()
  }, [frame, canvas])
}

/** Drawing and moving with finger or mouse; the boxes change once, when the finger leaves. */
function useDrag(boxes: readonly Cover[], onBoxes: (boxes: readonly Cover[]) => void) {
  const [drag, setDrag] = useState<Drag>()
  const [at, setAt] = useState<Spot>()
  const shown = drag && at ? dragged(boxes, drag, at) : boxes
  const stop = () => {
    setDrag(undefined)
    setAt(undefined)
  }
  return {
    drag,
    shown,
    down: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return
      const from = spotOf(event)
      const index = Number(event.target instanceof HTMLElement ? (event.target.dataset['box'] ?? -1) : -1)
      const start = boxes[index]
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag(start ? { kind: 'move', index, from, start } : { kind: 'draw', from })
      setAt(from)
    },
    moving: (event: PointerEvent<HTMLDivElement>) => {
      if (drag) setAt(spotOf(event))
    },
    end: (event: PointerEvent<HTMLDivElement>) => {
      if (!drag) return
      const next = dragged(boxes, drag, spotOf(event))
      if (next !== boxes) onBoxes(next)
      stop()
    },
    cancel: stop,
  }
}

/** The boxes as they are with a finger at a spot; the same list where nothing changes. */
function dragged(boxes: readonly Cover[], drag: Drag, at: Spot): readonly Cover[] {
  if (drag.kind === 'draw') {
    const drawn = coverBetween(drag.from, at)
    return drawn ? [...boxes, drawn] : boxes
  }
  const [right, down] = [at.x - drag.from.x, at.y - drag.from.y]
  if (right === 0 && down === 0) return boxes
  return boxes.map((one, index) => (index === drag.index ? moveCover(drag.start, right, down) : one))
}

function spotOf(event: PointerEvent<HTMLDivElement>): Spot {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
}

const WAYS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

function byKey({ key, shiftKey }: KeyboardEvent, box: Cover | undefined): Cover | 'remove' | undefined {
  if (box === undefined) return undefined
  if (key === 'Delete' || key === 'Backspace') return 'remove'
  const way = WAYS[key]
  if (way === undefined) return undefined
  return shiftKey ? growCover(box, way.x, way.y) : moveCover(box, way.x, way.y)
}
