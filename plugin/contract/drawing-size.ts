/** In CSS pixels. */
export interface DrawingSize {
  readonly width: number
  readonly height: number
}

interface SizeAttributes {
  readonly width: string | undefined
  readonly height: string | undefined
  readonly viewBox: string | undefined
}

/**
 * The intrinsic size of an SVG, as a browser finds it (CSS Images 3 §4, SVG 2 §7.2 and §8.2): `width` and `height`, the
 * missing one by the ratio of the `viewBox`; without both, the `viewBox`; without that too, 300 × 150.
 */
export function drawingSize(attributes: SizeAttributes): DrawingSize {
  const width = pixels(attributes.width)
  const height = pixels(attributes.height)
  const box = viewBox(attributes.viewBox)
  if (!box) return { width: width ?? 300, height: height ?? 150 }
  if (width === undefined && height === undefined) return box
  const ratio = box.width / box.height
  return { width: width ?? (height ?? 0) * ratio, height: height ?? (width ?? 0) / ratio }
}

/** CSS pixels in one unit (CSS Values 4 §6). Relative units are what they are in a page that sets nothing. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  rem: 16,
  ex: 8,
}

/** A number and its unit. No two repetitions meet that take the same characters: a long attribute would take minutes. */
const lengthParts = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z]*)\s*$/i

/** `undefined` for what says nothing by itself: `auto`, a percentage, an unknown unit. */
function pixels(length: string | undefined): number | undefined {
  const [, number, unit = ''] = lengthParts.exec(length ?? '') ?? []
  const factor = units[unit.toLowerCase()]
  return number === undefined || factor === undefined ? undefined : Math.max(0, Number(number) * factor)
}

function viewBox(value: string | undefined): DrawingSize | undefined {
  const numbers = (value ?? '')
    .trim()
    .split(/\s*,\s*|\s+/)
    .map(Number)
  const [, , width, height] = numbers
  const sound = numbers.length === 4 && numbers.every(Number.isFinite)
  return sound && width && height && width > 0 && height > 0 ? { width, height } : undefined
}
