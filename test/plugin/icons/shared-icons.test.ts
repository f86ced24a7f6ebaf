import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { createIconProcessor } from '../../../plugin/icons/create-icon-processor.js'
import { acceptedIcon, refusal } from './verdict.js'

const folder = new URL('../../../../shared/icons/', import.meta.url)

/** What the files of `wrong_size` measure; every one of them is square. */
const sides: Readonly<Record<string, number>> = {
  'feather_info.svg': 24,
  'feather_mail.svg': 24,
  'imagepng_tango-icon-address-book-new-16.png': 16,
  'pngsuite_PngSuite.png': 256,
}

// The samples lie beside the checkout of whoever works on the kit. Where they must be, their absence is a failure.
if (existsSync(folder) || process.env['CI']) {
  describe('Every sample icon gets the verdict that its folder names', () => {
    const processor = createIconProcessor()
    after(() => processor.close())

    for (const name of filesIn('valid')) {
      test(`valid/${name} is accepted`, async () => {
        const { images } = await acceptedIcon(processor, read('valid', name))
        assert.equal(images.length, name.endsWith('.svg') ? 3 : 1)
      })
    }
    for (const name of filesIn('wrong_size')) {
      test(`wrong_size/${name} is refused with its size`, async () => {
        const side = sides[name]
        assert.ok(side, 'its size is known')
        const fault = await refusal(processor, read('wrong_size', name))
        assert.deepEqual(fault, { code: 'icon_dimensions', width: side, height: side })
      })
    }
    for (const name of filesIn('broken')) {
      test(`broken/${name} is refused`, async () => {
        const { code } = await refusal(processor, read('broken', name))
        assert.match(code, /^icon_(unreadable|type)$/)
      })
    }
  })
}

function filesIn(kind: string): string[] {
  return readdirSync(new URL(kind, folder))
}

function read(kind: string, name: string): Buffer {
  return readFileSync(new URL(`${kind}/${name}`, folder))
}
