/** Digits: the value of a number written in figures, with its groups, decimals and fraction signs. */

const fractionSigns: Readonly<Record<string, number>> = {
  '½': 0.5,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 0.25,
  '¾': 0.75,
  '⅕': 0.2,
  '⅛': 0.125,
  '⅜': 0.375,
  '⅝': 0.625,
  '⅞': 0.875,
}

/**
 * Reads "1,200.50", "1,00,000", "1.200.000", "2½". Null for what is no number: "1,2,3", "23.10.2024", other scripts.
 * A number too large for a double is Infinity.
 */
export function parseDigits(figures: string): number | null {
  const sign = fractionSigns[figures.at(-1) ?? '']
  const whole = sign === undefined ? figures : figures.slice(0, -1)
  if (whole === '') return sign ?? null
  const value = parsePlain(whole)
  return value === null ? null : value + (sign ?? 0)
}

function parsePlain(figures: string): number | null {
  let commas = 0
  let points = 0
  for (let i = 0; i < figures.length; i++) {
    const unit = figures.charCodeAt(i)
    if (unit === 0x2c) commas++
    else if (unit === 0x2e) points++
    else if (unit < 0x30 || unit > 0x39) return null
  }
  if (commas === 0 && points <= 1) return Number(figures)
  if (points > 1) return commas === 0 && isGrouped(figures.split('.')) ? join(figures, '.') : null
  const at = figures.indexOf('.')
  if (at >= 0 && figures.indexOf(',', at) >= 0) return null
  const whole = at < 0 ? figures : figures.slice(0, at)
  return isGrouped(whole.split(',')) ? join(figures, ',') : null
}

function join(figures: string, mark: string): number {
  return Number(figures.replaceAll(mark, ''))
}

/** Groups of three behind a head of one to three, or the Indian way: twos and a last group of three. */
function isGrouped(groups: readonly string[]): boolean {
  const head = groups[0]?.length ?? 0
  if (head < 1 || head > 3 || groups.at(-1)?.length !== 3) return false
  const middle = groups.slice(1, -1)
  return middle.every((g) => g.length === 3) || (head < 3 && middle.every((g) => g.length === 2))
}
