const WIDTH = 720
const PAD = 48
const FONTS = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const INK = '#1f1c19'
const PAPER = '#ffffff'

type Picture = { readonly lines: readonly string[]; readonly fileName: string }

/** Draws the lines in ink on white and hands them to the downloads of the device; nothing is kept by the page. */
export async function saveReceiptPicture({ lines, fileName }: Picture): Promise<void> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = PAD * 2 + lines.length * 64
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = INK
  for (const [at, line] of lines.entries()) {
    pen.font = `${sizeOf(pen, line)}px ${FONTS}`
    pen.fillText(line, PAD, PAD + 40 + at * 64)
  }
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (bytes === null) return
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName}.png`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** As large as the line allows. */
function sizeOf(pen: CanvasRenderingContext2D, line: string): number {
  let size = 36
  const fits = () => {
    pen.font = `${size}px ${FONTS}`
    return pen.measureText(line).width <= WIDTH - PAD * 2
  }
  while (size > 16 && !fits()) size -= 2
  return size
}
