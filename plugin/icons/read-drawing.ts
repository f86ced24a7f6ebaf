import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Fault } from '../contract/faults.js'
import { decodeDrawing } from './decode-drawing.js'
import { DrawingCost } from './drawing-cost.js'
import { drawingSize, type DrawingSize } from '../contract/drawing-size.js'
import { embeddedImageFault } from './embedded-image.js'

export type DrawingVerdict = DrawingSize | { readonly fault: Fault }

const svgNamespace = 'http://www.w3.org/2000/svg'
const xincludeNamespace = 'http://www.w3.org/2001/XInclude'
const animations = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set'])

const maxElements = 10_000
const maxDepth = 100
/** All depths together: the parser looks for the namespace of an element in every one that it stands in. */
const maxNesting = 250_000
/** Of one element: the parser compares each with all the others. */
const maxAttributes = 250

/**
 * Reads an SVG as XML and says how large it is meant to be, without drawing it. Refused are: what is not well-formed
 * UTF-8 XML with an SVG root, what could make the renderer read or expand anything else (DOCTYPE, entities, XInclude,
 * style sheet instructions, drawings within the drawing), animations, and what costs too much. Scripts and external
 * references are no fault: what is kept is pixels, and the renderer fetches nothing.
 */
export function readDrawing(bytes: Uint8Array): DrawingVerdict {
  try {
    return parseDrawing(decodeDrawing(bytes))
  } catch (error) {
    return { fault: error instanceof DrawingRefused ? error.fault : { code: 'icon_unreadable' } }
  }
}

/** Ends the parser from within one of its handlers. */
class DrawingRefused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code)
  }
}

function parseDrawing(text: string): DrawingVerdict {
  const parser = new SaxesParser({ xmlns: true })
  const cost = new DrawingCost()
  let size: DrawingSize | undefined
  let elements = 0
  let depth = 0
  let nesting = 0
  let attributes = 0

  parser.on('doctype', () => refuse({ code: 'icon_unreadable' }))
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') refuse({ code: 'icon_unreadable' })
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > maxAttributes) refuse({ code: 'icon_too_complex' })
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    elements += 1
    depth += 1
    nesting += depth
    if (elements > maxElements || depth > maxDepth || nesting > maxNesting) refuse({ code: 'icon_too_complex' })
    size ??= sizeOfRoot(tag)
    refuseElement(tag)
    cost.open(tag)
  })
  parser.on('closetag', () => {
    depth -= 1
    cost.close()
  })
  parser.on('text', refuseKeyframes)
  parser.on('cdata', refuseKeyframes)
  parser.write(text).close()

  if (!size) return { fault: { code: 'icon_unreadable' } }
  return cost.isBearable() ? size : { fault: { code: 'icon_too_complex' } }
}

function sizeOfRoot({ uri, local, attributes }: SaxesTagNS): DrawingSize {
  if (uri !== svgNamespace || local !== 'svg') {
    const found = local.toLowerCase() === 'html' ? 'html' : 'xml'
    return refuse({ code: 'icon_type', found })
  }
  const value = (name: string) => attributes[name]?.value
  return drawingSize({ width: value('width'), height: value('height'), viewBox: value('viewBox') })
}

function refuseElement({ uri, local, attributes }: SaxesTagNS): void {
  if (uri === xincludeNamespace) refuse({ code: 'icon_unreadable' })
  if (uri === svgNamespace && animations.has(local)) refuse({ code: 'icon_type', found: 'animated svg' })
  for (const attribute of Object.values(attributes)) {
    const fault = attribute.local === 'href' ? embeddedImageFault(attribute.value) : undefined
    if (fault) refuse(fault)
  }
}

/** Text outside a style element that mentions keyframes is as rare as it is harmless to refuse. */
function refuseKeyframes(text: string): void {
  if (/@(-webkit-)?keyframes\b/i.test(text)) refuse({ code: 'icon_type', found: 'animated svg' })
}

function refuse(fault: Fault): never {
  throw new DrawingRefused(fault)
}
