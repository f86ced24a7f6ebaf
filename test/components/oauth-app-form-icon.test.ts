import { expect } from '@open-wc/testing'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { sampleApp } from '../support/sample-data.js'

const logo =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='32' height='32'%3E%3Crect width='32' height='32'/%3E%3C/svg%3E"

/** Left half red, right half blue. */
async function raster(width: number, height: number, type: string): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('There is no canvas')
  context.fillStyle = '#f00'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = '#00f'
  context.fillRect(width / 2, 0, width / 2, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type))
  if (!blob) throw new Error(`The browser writes no ${type}`)
  return new File([blob], 'icon', { type })
}

function drawing(attributes: string): File {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="100%" height="100%" fill="#0a0"/></svg>`
  return new File([text], 'icon.svg', { type: 'image/svg+xml' })
}

function transferOf(file: File): DataTransfer {
  const transfer = new DataTransfer()
  transfer.items.add(file)
  return transfer
}

function drop(page: FormPage, file: File): void {
  const dataTransfer = transferOf(file)
  const options = { dataTransfer, bubbles: true, composed: true, cancelable: true }
  page.inField('icon', '.help').dispatchEvent(new DragEvent('dragover', options))
  page.inField('icon', '.help').dispatchEvent(new DragEvent('drop', options))
}

function pick(page: FormPage, file: File): void {
  const input = page.inField('icon', 'input[type=file]') as HTMLInputElement
  input.files = transferOf(file).files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function paste(page: FormPage, file: File): void {
  const clipboardData = transferOf(file)
  page
    .control('client_name')
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }))
}

const previews = (page: FormPage, fit: string): HTMLCanvasElement[] => [
  ...page.field('icon').querySelectorAll<HTMLCanvasElement>(`canvas[data-fit=${fit}]`),
]

/** Red, green, blue and alpha of the pixel at a place between 0 and 1. */
function colourAt(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  const pixel = canvas.getContext('2d')?.getImageData(x * (canvas.width - 1), y * (canvas.height - 1), 1, 1)
  return [...(pixel?.data ?? [])]
}

async function savedIcon(page: FormPage): Promise<Blob> {
  await page.save()
  await page.has(() => page.credentials !== null)
  const icon = page.api.requestsTo('createApp').at(-1)?.icon
  if (!icon) throw new Error('No icon was sent')
  return icon
}

async function formWithName(): Promise<FormPage> {
  const page = await FormPage.create()
  await page.type('client_name', 'Reports')
  return page
}

describe('the icon in <oauth-app-form>', () => {
  for (const [way, give] of [
    ['chosen', pick],
    ['dropped', drop],
    ['pasted', paste],
  ] as const) {
    it(`is sent as it is when it has the right size and is ${way}`, async () => {
      const page = await formWithName()
      const file = await raster(32, 32, 'image/png')
      give(page, file)
      await page.has(() => previews(page, 'none').length === 4, 'it is previewed')
      expect(page.element.dirty).to.equal(true)
      const icon = await savedIcon(page)
      expect(new Uint8Array(await icon.arrayBuffer())).to.deep.equal(new Uint8Array(await file.arrayBuffer()))
    })
  }

  it('may be a JPEG or a drawing too', async () => {
    for (const file of [
      await raster(32, 32, 'image/jpeg'),
      drawing('width="32" height="32"'),
      drawing('viewBox="0 0 32 32"'),
    ]) {
      const page = await FormPage.create()
      drop(page, file)
      await page.has(() => previews(page, 'none').length === 4, file.type)
      expect(page.faults('icon')).to.deep.equal([])
    }
  })

  it('is previewed at true size and at twice that, on light and on dark ground', async () => {
    const page = await FormPage.create()
    drop(page, await raster(32, 32, 'image/png'))
    await page.has(() => previews(page, 'none').length === 4)
    const canvases = previews(page, 'none')
    expect(canvases.map((canvas) => canvas.getBoundingClientRect().width)).to.deep.equal([32, 64, 32, 64])
    const grounds = [...page.field('icon').querySelectorAll('.ground')]
    expect(grounds.map((ground) => getComputedStyle(ground).backgroundColor)).to.deep.equal([
      'rgb(255, 255, 255)',
      'rgb(21, 24, 28)',
    ])
    await page.has(() => canvases.every((canvas) => colourAt(canvas, 0, 0.5)[0] === 255), 'they are painted')
  })

  it('is offered to be fitted when it has another size: filled, or as a whole', async () => {
    const page = await formWithName()
    drop(page, await raster(200, 100, 'image/png'))
    await page.has(() => previews(page, 'crop').length === 4)
    expect(page.field('icon').textContent).to.contain('The icon is 200 × 100 pixels. It has to be 32 × 32.')
    expect(page.faults('icon')).to.deep.equal([])
    const [cropped] = previews(page, 'crop')
    const [contained] = previews(page, 'contain')
    if (!cropped || !contained) throw new Error('There are no previews')
    expect(colourAt(cropped, 0, 0)).to.deep.equal([255, 0, 0, 255])
    expect(colourAt(contained, 0.5, 0)[3]).to.equal(0)

    const [, contain] = [...page.field('icon').querySelectorAll<HTMLInputElement>('[type=radio]')]
    contain?.click()
    page.button('Use this icon', page.field('icon')).click()
    await page.has(() => previews(page, 'none').length === 4)
    await page.hasFocus(page.inField('icon', '.choose'))
    const bitmap = await createImageBitmap(await savedIcon(page))
    expect([bitmap.width, bitmap.height]).to.deep.equal([32, 32])
  })

  it('becomes a PNG when it is of another kind, or a drawing of another size', async () => {
    for (const file of [await raster(32, 32, 'image/webp'), drawing('viewBox="0 0 24 24"')]) {
      const page = await formWithName()
      drop(page, file)
      await page.has(() => page.field('icon').querySelector('.fitting') !== null, file.type)
      expect(page.field('icon').querySelectorAll('[type=radio]').length).to.equal(0)
      page.button('Use this icon', page.field('icon')).click()
      await page.has(() => previews(page, 'none').length === 4)
      const icon = await savedIcon(page)
      expect(icon.type).to.equal('image/png')
      await page.storeCredentials()
    }
  })

  it('keeps the form from being saved until somebody says whether to fit it', async () => {
    const page = await formWithName()
    drop(page, await raster(64, 64, 'image/png'))
    await page.has(() => page.field('icon').querySelector('.fitting') !== null)
    expect(page.element.dirty).to.equal(true)
    await page.save()
    await page.has(() => page.faults('icon').length === 1)
    expect(page.faults('icon')[0]).to.contain('64 × 64')
    await page.hasFocus(page.inField('icon', '.choose'))
    page.button('Do not use this image', page.field('icon')).click()
    await page.settled()
    expect(page.faults('icon')).to.deep.equal([])
    await page.save()
    await page.has(() => page.credentials !== null)
    expect(page.api.requestsTo('createApp')[0]?.icon).to.equal(undefined)
  })

  it('is said to be damaged when it cannot be read, and another one mends that', async () => {
    const page = await FormPage.create()
    for (const file of [new File(['GIF89a nonsense'], 'a.png'), new File(['<svg><rect></svg>'], 'b.svg')]) {
      drop(page, file)
      await page.has(() => page.faults('icon').length === 1)
      expect(page.faults('icon')[0]).to.contain('The image is damaged')
      drop(page, await raster(32, 32, 'image/png'))
      await page.has(() => page.faults('icon').length === 0)
    }
  })

  it('shows the logo that the app has, and takes it away', async () => {
    const page = await FormPage.edit(sampleApp({ logo_uri: logo }))
    const images = [...page.field('icon').querySelectorAll('img')]
    expect(images.map((image) => image.getAttribute('src'))).to.deep.equal([logo, logo, logo, logo])
    page.button('Remove the icon', page.field('icon')).click()
    await page.save()
    await page.has(() => page.eventsNamed('oauth-app-saved').length === 1)
    expect(page.api.requestsTo('updateApp')[0]?.body).to.deep.equal({ icon: null })
  })

  it('cannot be taken away where the host requires one', async () => {
    const fields = { ...defaultFieldPolicy, icon: { presence: 'required', locked: false } } as const
    const page = await FormPage.edit(sampleApp({ logo_uri: logo }), { fields })
    expect(page.field('icon').textContent).to.contain('Replace')
    expect(page.field('icon').textContent).not.to.contain('Remove the icon')
  })

  it('shows what the server says of it', async () => {
    const page = await FormPage.create(new FakeApi())
    await page.type('client_name', 'Reports')
    drop(page, drawing('width="32" height="32"'))
    await page.has(() => previews(page, 'none').length === 4)
    page.api.failNext('createApp', 'invalid_input', [{ pointer: '/icon', code: 'icon_too_complex' }])
    await page.save()
    await page.has(() => page.faults('icon').length === 1)
    expect(page.faults('icon')[0]).to.contain('takes too long to render')
    drop(page, await raster(32, 32, 'image/png'))
    await page.has(() => page.faults('icon').length === 0)
  })
})
