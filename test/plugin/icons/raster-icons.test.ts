import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { iconLimits } from '../../../plugin/contract/limits.js'
import { createIconProcessor } from '../../../plugin/icons/create-icon-processor.js'
import {
  jpegIcon,
  jpegWithPlace,
  pixel,
  pngChunk,
  pngIcon,
  pngWithChunk,
  pngWithPlace,
  pngWithRows,
  svgIcon,
  turnedJpeg,
} from './icon-fixtures.js'
import { acceptedIcon, keptImage, refusal } from './verdict.js'

const processor = createIconProcessor()
after(() => processor.close())

test('A PNG keeps its pixels, its size and its transparency', async () => {
  const sent = await sharp({
    create: { width: 32, height: 32, channels: 4, background: { r: 9, g: 99, b: 199, alpha: 0.5 } },
  })
    .png()
    .toBuffer()
  const icon = await acceptedIcon(processor, sent)
  assert.deepEqual(
    icon.images.map(({ scale, type }) => ({ scale, type })),
    [{ scale: 1, type: 'image/png' }],
  )
  const kept = await keptImage(processor, sent)
  assert.deepEqual(await pixel(kept, 5, 5), await pixel(sent, 5, 5))
  assert.match(icon.id, /^[0-9a-f]{64}$/)
})

test('The same icon has the same id, another one another', async () => {
  const first = await acceptedIcon(processor, await pngIcon())
  const again = await acceptedIcon(processor, await pngWithPlace())
  const other = await acceptedIcon(processor, await turnedJpeg(1))
  assert.equal(first.id, again.id)
  assert.notEqual(first.id, other.id)
})

for (const [name, make] of Object.entries({ PNG: pngWithPlace, JPEG: jpegWithPlace })) {
  test(`The place where a ${name} was taken is not kept`, async () => {
    const sent = await make()
    assert.ok((await sharp(sent).metadata()).exif?.includes('Ada Lovelace'), 'the fixture holds the metadata')
    const kept = await keptImage(processor, sent)
    const { exif, xmp, iptc, icc, comments } = await sharp(kept).metadata()
    assert.deepEqual([exif, xmp, iptc, icc, comments], Array(5).fill(undefined))
    assert.ok(!Buffer.from(kept).includes('pHYs'))
    assert.ok(!Buffer.from(kept).includes('Ada Lovelace'))
  })
}

test('A photograph that was taken sideways is kept upright', async () => {
  const upright = await keptImage(processor, await turnedJpeg(1))
  const turned = await keptImage(processor, await turnedJpeg(6))
  assert.deepEqual(await pixel(upright, 2, 16), await pixel(turned, 16, 2))
  const [red = 0] = await pixel(turned, 16, 2)
  const [, , blue = 0] = await pixel(turned, 16, 29)
  assert.ok(red > 200 && blue > 200)
})

test('Unusual but sound pictures are accepted', async () => {
  const picture = sharp(await pngIcon())
  const unusual = {
    'CMYK JPEG': picture.clone().toColourspace('cmyk').jpeg(),
    'progressive JPEG': picture.clone().jpeg({ progressive: true }),
    'grey JPEG': picture.clone().greyscale().jpeg(),
    '16-bit PNG': picture.clone().toColourspace('rgb16').png(),
    'interlaced PNG': picture.clone().png({ progressive: true }),
    'palette PNG': picture.clone().png({ palette: true }),
    '1-bit PNG': picture.clone().threshold().toColourspace('b-w').png({ palette: true, colours: 2 }),
    'PNG with a colour profile': picture.clone().withIccProfile('p3').png(),
  }
  for (const [name, image] of Object.entries(unusual)) {
    const kept = await sharp(await keptImage(processor, await image.toBuffer())).metadata()
    assert.deepEqual([kept.width, kept.height, kept.format, kept.depth], [32, 32, 'png', 'uchar'], name)
  }
})

test('What follows the end of a picture is not kept', async () => {
  const tail = Buffer.from('PK\x03\x04<script>alert(1)</script>')
  for (const picture of [await pngIcon(), await jpegIcon()]) {
    const kept = await keptImage(processor, Buffer.concat([picture, tail]))
    assert.ok(!Buffer.from(kept).includes('script'))
  }
})

test('A page that hides in the metadata of a picture is not kept', async () => {
  const page = Buffer.from('Comment\0<html><script>alert(1)</script>')
  const kept = await keptImage(processor, await pngWithChunk(pngChunk('tEXt', page)))
  assert.ok(!Buffer.from(kept).includes('script'))
})

test('A text that inflates a thousandfold is never inflated', async () => {
  const bomb = pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(7_000_000))]))
  const started = performance.now()
  await acceptedIcon(processor, await pngWithChunk(Buffer.concat(Array<Buffer>(30).fill(bomb))))
  assert.ok(performance.now() - started < 250)
})

test('A picture of another size is refused with its size', async () => {
  for (const make of [pngIcon, jpegIcon]) {
    assert.deepEqual(await refusal(processor, await make(33, 31)), { code: 'icon_dimensions', width: 33, height: 31 })
  }
})

test('A picture that declares four billion pixels is refused by its header', async () => {
  const size = { width: 65_535, height: 65_535 }
  assert.deepEqual(await refusal(processor, pngWithRows(1, size)), { code: 'icon_dimensions', ...size })
})

test('A file of another type is refused by its content, and told what it is', async () => {
  const picture = sharp(await pngIcon())
  const found = {
    gif: await picture.clone().gif().toBuffer(),
    webp: await picture.clone().webp().toBuffer(),
    avif: await picture.clone().avif().toBuffer(),
    tiff: await picture.clone().tiff().toBuffer(),
    gzip: gzipSync(svgIcon()),
    pdf: Buffer.from('%PDF-1.7\n'),
    zip: Buffer.from('PK\x03\x04'),
    html: Buffer.from('<!DOCTYPE html><p>'),
    empty: Buffer.alloc(0),
    unknown: Buffer.from('hello'),
  }
  for (const [type, bytes] of Object.entries(found)) {
    assert.deepEqual(await refusal(processor, bytes), { code: 'icon_type', found: type })
  }
})

test('An animated PNG is refused', async () => {
  const animation = pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))
  assert.deepEqual(await refusal(processor, await pngWithChunk(animation)), { code: 'icon_type', found: 'apng' })
})

test('A file over the limit is refused whatever it is', async () => {
  const bytes = Buffer.concat([await pngIcon(), Buffer.alloc(iconLimits.bytes)])
  assert.deepEqual(await refusal(processor, bytes), { code: 'icon_too_large', max: iconLimits.bytes })
})

test('A picture that is cut off anywhere is refused', async () => {
  for (const whole of [
    await pngIcon(),
    await jpegIcon(),
    await sharp(await pngIcon())
      .jpeg({ progressive: true })
      .toBuffer(),
  ]) {
    await acceptedIcon(processor, whole)
    const tenths = Array.from({ length: 10 }, (_, tenth) => Math.floor((whole.length * tenth) / 10))
    for (const length of [...tenths, whole.length - 12, whole.length - 2, whole.length - 1]) {
      await refusal(processor, whole.subarray(0, length))
    }
  }
})

test('A JPEG that is cut off and closed again is refused', async () => {
  const whole = await jpegIcon()
  const closed = Buffer.concat([whole.subarray(0, whole.length - 200), Buffer.from([0xff, 0xd9])])
  assert.deepEqual(await refusal(processor, closed), { code: 'icon_unreadable' })
})

test('A PNG with right checksums but missing rows is refused', async () => {
  await acceptedIcon(processor, pngWithRows(32))
  for (const rows of [0, 1, 16, 31]) {
    assert.deepEqual(await refusal(processor, pngWithRows(rows)), { code: 'icon_unreadable' })
  }
})

test('A PNG with one wrong bit is refused', async () => {
  const whole = await pngIcon()
  for (let at = 8; at < whole.length; at += 97) {
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(whole.readUInt8(at) ^ 1, at)
    await refusal(processor, damaged)
  }
})

test('Random damage never gets an answer other than a verdict', async () => {
  let seed = 1
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (const whole of [await pngIcon(), await jpegIcon(), await jpegWithPlace()]) {
    for (let round = 0; round < 150; round += 1) {
      const damaged = Buffer.from(whole)
      for (let count = random(5); count >= 0; count -= 1) damaged.writeUInt8(random(256), random(whole.length))
      const verdict = await processor.process(damaged)
      assert.ok('icon' in verdict || verdict.fault.code.startsWith('icon_'))
    }
  }
})
