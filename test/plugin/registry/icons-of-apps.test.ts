import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createIconProcessor } from '../../../plugin/icons/create-icon-processor.js'
import type { ProblemError } from '../../../plugin/problem-error.js'
import { databaseKinds } from '../../support/databases.js'
import { exampleIcons } from '../../support/example-app.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const ada = person('ada')

for (const kind of databaseKinds) {
  describe(`${kind.name}: the icons of apps`, () => {
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind, { restoreDays: 0 })
    })
    after(() => test.close())

    function setIcon(clientId: string, version: number, icon: Uint8Array | null): Promise<unknown> {
      return test.registry.updateApp(ada, clientId, version, { members: {}, faults: [], icon })
    }

    it('are kept once for all apps that show them, in each scale', async () => {
      const apps = [await test.create(ada, {}, exampleIcons.svg()), await test.create(ada, {}, exampleIcons.svg())]
      const [icon, other] = apps.map(({ app }) => app.icon)
      assert.deepEqual(icon, other)
      assert.deepEqual(icon?.scales, [1, 2, 3])
      assert.equal(await test.count('icons'), 1)
      for (const scale of [1, 2, 3]) {
        const image = await test.registry.findIcon(icon.id, scale)
        assert.equal(image?.type, 'image/png')
        assert.deepEqual([...image.bytes.subarray(1, 4)], [...Buffer.from('PNG')])
      }
      assert.equal(await test.registry.findIcon(icon.id, 4), null)
      assert.equal(await test.registry.findIcon('0'.repeat(64), 1), null)

      await setIcon(apps[0]?.app.client_id ?? '', 1, null)
      assert.equal(await test.count('icons'), 1)
      await test.registry.deleteApp(ada, apps[1]?.app.client_id ?? '')
      assert.equal(await test.count('icons'), 0)
      assert.equal(await test.count('icon_images'), 0)
    })

    it('stay when an edit does not name them, and go when it replaces them', async () => {
      const { app } = await test.create(ada, {}, await exampleIcons.png())
      const renamed = await test.update(ada, app.client_id, 1, { client_name: 'Renamed' })
      assert.deepEqual(renamed.app.icon, app.icon)
      await setIcon(app.client_id, 2, await exampleIcons.jpg())
      assert.equal(await test.count('icons'), 1)
      assert.equal(await test.registry.findIcon(app.icon?.id ?? '', 1), null)
      await setIcon(app.client_id, 3, null)
      assert.equal(await test.count('icons'), 0)
    })

    it('are never lost to an app while others leave them', async () => {
      const icon = await exampleIcons.png()
      for (let round = 0; round < 5; round++) {
        const leaving = await Promise.all(Array.from({ length: 4 }, () => test.create(ada, {}, icon)))
        const [, ...created] = await Promise.all([
          Promise.all(leaving.map(({ app }) => test.registry.deleteApp(ada, app.client_id))),
          ...Array.from({ length: 4 }, () => test.create(ada, {}, icon)),
        ])
        for (const { app } of created) {
          assert.ok(await test.registry.findIcon(app.icon?.id ?? '', 1))
          await test.registry.deleteApp(ada, app.client_id)
        }
        assert.equal(await test.count('icons'), 0)
      }
    })

    it('wait for an app that is about to show them', async () => {
      const shown = await createIconProcessor().process(await exampleIcons.jpg())
      assert.ok('icon' in shown)
      const { app: last } = await test.create(ada, {}, await exampleIcons.jpg())
      let deletion: Promise<unknown> | undefined
      await test.store.transaction(async (transaction) => {
        await transaction.keepIcon(shown.icon)
        deletion ??= test.registry.deleteApp(ada, last.client_id)
        // More than the deletion takes to get to the icon.
        for (let count = 0; count < 50; count++) await transaction.lockApp('none', 'all')
        await transaction.insertApp({ ...last, client_id: 'the-next' })
      })
      await deletion
      assert.ok(await test.registry.findIcon(shown.icon.id, 1))
    })

    it('are refused as too large, along with all that is wrong besides', async () => {
      const submission = { members: { client_name: '' }, faults: [], icon: new Uint8Array(256 * 1024 + 1) }
      await assert.rejects(test.registry.createApp(ada, submission), ({ code, errors }: ProblemError) => {
        assert.equal(code, 'too_large')
        assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), ['/client_name', '/icon'])
        return true
      })
    })
  })
}
