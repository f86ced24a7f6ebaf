import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import sharp from 'sharp'
import { createIconProcessor } from '../../../plugin/icons/create-icon-processor.js'
import { readDrawing } from '../../../plugin/icons/read-drawing.js'
import { nestedSvg, pixel, pngIcon, pngWithRows, svgIcon } from './icon-fixtures.js'
import { acceptedIcon, keptImage, refusal } from './verdict.js'

const processor = createIconProcessor()
after(() => processor.close())

test('A drawing is kept as pixels at one, two and three times its size', async () => {
  const { images } = await acceptedIcon(processor, svgIcon())
  const sizes = await Promise.all(images.map(async ({ bytes }) => sharp(bytes).metadata()))
  assert.deepEqual(
    sizes.map(({ format, width, height }) => [format, width, height]),
    [
      ['png', 32, 32],
      ['png', 64, 64],
      ['png', 96, 96],
    ],
  )
  assert.deepEqual(
    images.map(({ scale, type }) => [scale, type]),
    [
      [1, 'image/png'],
      [2, 'image/png'],
      [3, 'image/png'],
    ],
  )
  const [, , large] = images
  assert.ok(large)
  assert.deepEqual(await pixel(large.bytes, 48, 48), [0, 170, 0, 255])
  assert.equal((await pixel(large.bytes, 0, 0))[3], 0, 'what is not drawn is transparent')
})

test('A drawing is kept whatever prefix its names have, and whatever comes before it', async () => {
  const prefixed =
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="32" height="32">' +
    '<s:rect width="32" height="32" fill="#0a0"/></s:svg>'
  const plain = prefixed.replaceAll('s:', '').replace(':s', '')
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
  const license = `<!--${' All rights reserved.'.repeat(100)}-->\n`
  for (const drawing of [
    prefixed,
    declaration + prefixed,
    `\uFEFF${declaration}${license}${prefixed}`,
    license + plain,
  ]) {
    const bytes = await keptImage(processor, Buffer.from(drawing))
    assert.deepEqual(await pixel(bytes, 16, 16), [0, 170, 0, 255], drawing.slice(0, 60))
  }
})

test('A drawing that is expensive to read as XML is refused before it is read to its end', () => {
  const deep = '<p:g>'.repeat(90)
  const many = '<p:rect/>'.repeat(9000)
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:p="urn:p" width="32" height="32">${deep}${many}</svg>`
  assert.deepEqual(readDrawing(Buffer.from(drawing)), { fault: { code: 'icon_too_complex' } })
  const shallow = drawing.replace(deep, '')
  assert.deepEqual(readDrawing(Buffer.from(shallow)), { width: 32, height: 32 })
})

test('A drawing measures what a browser says it measures', () => {
  const sizes: Readonly<Record<string, [number, number]>> = {
    'width="32" height="32"': [32, 32],
    'width="32px" height=" 32.0 "': [32, 32],
    'viewBox="0 0 32 32"': [32, 32],
    'viewBox="-4,-4,32,32"': [32, 32],
    'width="32" height="32" viewBox="0 0 512 512"': [32, 32],
    'width="64" height="64" viewBox="0 0 32 32"': [64, 64],
    'width="32" viewBox="0 0 64 32"': [32, 16],
    'width="100%" height="100%" viewBox="0 0 24 24"': [24, 24],
    'width="24pt" height="2pc"': [32, 32],
    'width="1in" height="2.54cm"': [96, 96],
    '': [300, 150],
    'width="32"': [32, 150],
    'viewBox="0 0 0 32"': [300, 150],
    'width="-5" height="32"': [0, 32],
  }
  for (const [attributes, [width, height]] of Object.entries(sizes)) {
    assert.deepEqual(readDrawing(svgIcon('', attributes)), { width, height }, attributes)
  }
})

test('A drawing of another size is refused with its size, rounded away from the right one', async () => {
  const refused: Readonly<Record<string, [number, number]>> = {
    'width="24" height="24"': [24, 24],
    'width="32" height="32.4"': [32, 33],
    'viewBox="0 0 31.9 32"': [31, 32],
    '': [300, 150],
  }
  for (const [attributes, [width, height]] of Object.entries(refused)) {
    assert.deepEqual(await refusal(processor, svgIcon('', attributes)), { code: 'icon_dimensions', width, height })
  }
})

test('A drawing in millimetres or points fills the whole icon', async () => {
  const square = '<rect width="100%" height="100%" fill="#0a0"/>'
  for (const size of ['width="24pt" height="24pt"', 'width="8.4667mm" height="8.4667mm"']) {
    const kept = await keptImage(processor, svgIcon(square, size))
    assert.deepEqual(await pixel(kept, 30, 30), [0, 170, 0, 255], size)
  }
})

test('A script in a drawing is gone, and what it wanted to change is as it was', async () => {
  const sent = svgIcon(
    '<script>document.documentElement.remove()</script><rect width="32" height="32" fill="#00f" onload="x()"/>',
  )
  const kept = await keptImage(processor, sent)
  assert.deepEqual(await pixel(kept, 16, 16), [0, 0, 255, 255])
  assert.ok(!Buffer.from(kept).includes('script'))
})

test('Nothing that a drawing refers to is fetched from the network or read from a file', async () => {
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const folder = await mkdtemp(join(tmpdir(), 'icon-'))
  try {
    const file = join(folder, 'red.png')
    await writeFile(
      file,
      await sharp({ create: { width: 32, height: 32, channels: 3, background: '#f00' } })
        .png()
        .toBuffer(),
    )
    const web = `http://127.0.0.1:${address.port}`
    for (const url of [pathToFileURL(file).href, file, `${web}/a.png`, `//127.0.0.1:${address.port}/a.svg#x`]) {
      const body =
        `<style>@import url("${url}"); rect { fill: #00f }</style><rect width="32" height="32"/>` +
        `<image width="32" height="32" href="${url}"/><image width="32" height="32" xlink:href="${url}"/><use href="${url}"/>` +
        `<filter id="f"><feImage href="${url}"/></filter><g filter="url(${url}#f)"/>`
      assert.deepEqual(await pixel(await keptImage(processor, svgIcon(body)), 16, 16), [0, 0, 255, 255], url)
    }
    assert.equal(requests, 0)
  } finally {
    server.close()
    await rm(folder, { recursive: true })
  }
})

test('A picture of bounded size may be embedded in a drawing', async () => {
  const red = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#f00' } })
    .png()
    .toBuffer()
  const body = `<image width="32" height="32" xlink:href="data:image/png;base64,${red.toString('base64')}"/>`
  assert.deepEqual(await pixel(await keptImage(processor, svgIcon(body)), 16, 16), [255, 0, 0, 255])
})

test('A drawing within the drawing, or a huge or broken picture, is refused', async () => {
  const embedded = (url: string): Buffer => svgIcon(`<image width="32" height="32" href="${url}"/>`)
  const inner = svgIcon().toString('base64')
  const huge = pngWithRows(1, { width: 30_000, height: 30_000 }).toString('base64')
  const broken = (await pngIcon()).subarray(0, 200).toString('base64')
  const tooComplex = [
    `data:image/svg+xml;base64,${inner}`,
    `data:image/png;base64,${inner}`,
    `d&#9;ata:image/svg+xml;base64,${inner}`,
    'data:image/svg+xml,%3Csvg/%3E',
    `data:image/png;base64,${huge}`,
  ]
  for (const url of tooComplex) {
    assert.deepEqual(await refusal(processor, embedded(url)), { code: 'icon_too_complex' }, url.slice(0, 40))
  }
  assert.deepEqual(await refusal(processor, embedded(`data:image/png;base64,${broken}`)), { code: 'icon_unreadable' })
})

test('XML that could pull in anything else is refused', async () => {
  const svg = svgIcon().toString()
  const refused = [
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg}`,
    `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg}`,
    `<!DOCTYPE svg [<!ENTITY % x SYSTEM "file:///etc/passwd">]>${svg}`,
    `<?xml-stylesheet href="http://127.0.0.1/a.css"?>${svg}`,
    svgIcon(
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
    ).toString(),
    svgIcon('<text>&undefined;</text>').toString(),
  ]
  for (const text of refused) {
    assert.deepEqual(await refusal(processor, Buffer.from(text)), { code: 'icon_unreadable' }, text.slice(0, 60))
  }
})

test('What is not well-formed, or no SVG, is refused', async () => {
  const svg = svgIcon().toString()
  for (const text of [svg.slice(0, -3), `${svg}<svg/>`, svg.replace('<circle', '<circle <'), '<', `${svg}\0`]) {
    assert.deepEqual(await refusal(processor, Buffer.from(text)), { code: 'icon_unreadable' }, text)
  }
  assert.deepEqual(await refusal(processor, Buffer.from('<note>hi</note>')), { code: 'icon_type', found: 'xml' })
  const withoutNamespace = Buffer.from('<svg width="32" height="32"/>')
  assert.deepEqual(await refusal(processor, withoutNamespace), { code: 'icon_type', found: 'xml' })
})

test('Only UTF-8 is read, or what equals it', async () => {
  const svg = svgIcon('<text>ok</text>').toString()
  const declared = (encoding: string, text = svg): Buffer =>
    Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>${text}`, 'latin1')
  await acceptedIcon(processor, Buffer.from(`\ufeff${svg.replace('ok', 'größer 👋')}`))
  await acceptedIcon(processor, declared('utf-8'))
  await acceptedIcon(processor, declared('ISO-8859-1'))
  assert.deepEqual(await refusal(processor, declared('UTF-7')), { code: 'icon_unreadable' })
  assert.deepEqual(await refusal(processor, declared('iso-8859-1', svg.replace('ok', 'ö'))), {
    code: 'icon_unreadable',
  })
  for (const bytes of [Buffer.from(svg, 'utf16le'), Buffer.from(`\ufeff${svg}`, 'utf16le')]) {
    assert.deepEqual(await refusal(processor, bytes), { code: 'icon_type', found: 'utf-16' })
  }
})

test('An animated drawing is refused', async () => {
  const moving = [
    '<circle r="9"><animate attributeName="r" to="1" dur="1s"/></circle>',
    '<style>@keyframes spin { to { rotate: 1turn } }</style>',
    '<style><![CDATA[@keyframes spin { to { rotate: 1turn } }]]></style>',
  ]
  for (const body of moving) {
    assert.deepEqual(await refusal(processor, svgIcon(body)), { code: 'icon_type', found: 'animated svg' })
  }
})

test('What drawing programs leave behind is no fault', async () => {
  const body =
    '<?xpacket begin="" id="W5M0"?><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>' +
    '<!-- Generator --><a href="https://example.com/"><circle cx="16" cy="16" r="9"/></a><text y="20">a&amp;b &#xe9;</text>'
  await acceptedIcon(processor, svgIcon(body))
})

test('Nested references that stand for a million shapes are refused unseen', () => {
  for (const kind of ['use', 'pattern', 'mask'] as const) {
    const started = performance.now()
    assert.deepEqual(readDrawing(nestedSvg(10, 6, kind)), { fault: { code: 'icon_too_complex' } }, kind)
    assert.ok(performance.now() - started < 50)
    assert.deepEqual(readDrawing(nestedSvg(10, 3, kind)), { width: 32, height: 32 }, kind)
  }
})

test('References in a circle are refused; an unused bomb harms nobody', () => {
  const tooComplex = { fault: { code: 'icon_too_complex' } }
  assert.deepEqual(readDrawing(svgIcon('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')), tooComplex)
  assert.deepEqual(readDrawing(svgIcon('<use id="a" href="#a"/>')), tooComplex)
  const unused = nestedSvg(10, 6).toString().replace('</defs><use href="#n6"/>', '</defs>')
  assert.deepEqual(readDrawing(Buffer.from(unused)), { width: 32, height: 32 })
})

test('Depth, and the numbers of elements and of attributes are bounded', () => {
  const tooComplex = { fault: { code: 'icon_too_complex' } }
  const attributes = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ')
  assert.deepEqual(readDrawing(svgIcon(`<g ${attributes(251)}/>`)), tooComplex)
  assert.deepEqual(readDrawing(svgIcon(`<g ${attributes(250)}/><g ${attributes(250)}/>`)), { width: 32, height: 32 })
  assert.deepEqual(readDrawing(svgIcon('<g>'.repeat(200) + '</g>'.repeat(200))), tooComplex)
  assert.deepEqual(readDrawing(svgIcon('<g/>'.repeat(10_001))), tooComplex)
  const chain = Array.from({ length: 5_000 }, (_, i) => `<use id="c${i}" href="#c${i + 1}"/>`).join('')
  assert.deepEqual(readDrawing(svgIcon(chain)), tooComplex)
})

test('Attributes made to keep a parser busy cost next to nothing', () => {
  const lengths = [`${'1'.repeat(50_000) + 'e'.repeat(50_000)}!`, `${'1'.repeat(200_000)}!`, `1${' '.repeat(200_000)}!`]
  for (const length of lengths) {
    const started = performance.now()
    assert.deepEqual(readDrawing(svgIcon('', `width="${length}" height="32"`)), { width: 300, height: 32 })
    assert.ok(performance.now() - started < 500, 'half a second for one attribute')
  }
})
