/**
 * Orders texts by how many pairs of neighbouring characters they share with what was said, so that the likely item of a scheme
 * stands first for who only tells what was done (S-159). The person chooses; nothing is chosen for them. Ties keep their order.
 */
export function rankByWords(said: string, texts: readonly string[]): number[] {
  const wanted = pairsOf(said)
  const scores = texts.map((text) => {
    let shared = 0
    for (const pair of pairsOf(text)) if (wanted.has(pair)) shared += 1
    return shared
  })
  return texts.map((_, index) => index).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
}

function pairsOf(text: string): Set<string> {
  const letters = [...text.toLowerCase().replace(/[\s\p{P}]/gu, '')]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`))
}
