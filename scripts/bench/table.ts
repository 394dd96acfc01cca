import type { Line, Target } from './row.ts'

const HEAD = ['path', 'product/s', 'floor/s', 'ratio', 'p50 ms', 'p99 ms', 'target', 'ok', 'note']

/** The table a person reads; latencies are those at half load. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const shown = rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column > 0 && column < 6))
      .join('  ')
      .trimEnd(),
  )
  const [head = '', ...rest] = shown
  return [head, '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...rest].join('\n')
}

function cellsOf(line: Line): string[] {
  const figure = line.unit === 'seconds' ? (value: number) => `${value.toFixed(2)} s` : count
  return [
    line.path,
    figure(line.product),
    line.floor === null ? '–' : figure(line.floor),
    line.ratio === null ? '–' : line.ratio.toFixed(2),
    line.latency === null ? '–' : line.latency.p50.toFixed(1),
    line.latency === null ? '–' : line.latency.p99.toFixed(1),
    targetWords(line.target),
    line.ok === null ? '–' : line.ok ? '✓' : '✗',
    line.note ?? '',
  ]
}

function count(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1)
}

function targetWords({ ratio, p99, words }: Target): string {
  const parts = [
    ratio === undefined ? [] : [`≥ ${ratio.toFixed(2)}`],
    p99 === undefined ? [] : [`p99 ≤ ${p99}`],
    words ?? [],
  ].flat()
  return parts.length === 0 ? '–' : parts.join(', ')
}

/** Chinese characters take two places in a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((width, one) => width + (/[\u2E80-\u9FFF\uFF00-\uFFEF]/.test(one) ? 2 : 1), 0)
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}
