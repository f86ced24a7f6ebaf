import sharp from 'sharp'

const colour = { r: 20, g: 120, b: 200 }
const square = (size: number) => sharp({ create: { width: size, height: size, channels: 3, background: colour } })

/** Files that are accepted as icons, one of each kind. */
export async function iconFiles() {
  return {
    png: await square(32).png().toBuffer(),
    jpg: await square(32).jpeg().toBuffer(),
    svg: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><circle cx="16" cy="16" r="12" fill="teal"/></svg>',
    ),
  }
}

/** A sound PNG of the wrong size. */
export async function largePng(): Promise<Buffer> {
  return square(64).png().toBuffer()
}

export function dataUrl(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString('base64')}`
}
