/**
 * A host process for tests that need one to die. It renders one drawing, prints `rendered`, and then does what its
 * argument says: `idle` leaves nothing to do, `busy` renders a drawing that takes for ever.
 */
import { createIconProcessor } from '../../plugin/icons/create-icon-processor.js'
import { slowSvg, svgIcon } from '../plugin/icons/icon-fixtures.js'

const processor = createIconProcessor({ renderCpuMs: 600_000 })
await processor.process(svgIcon())
console.log('rendered')
if (process.argv[2] === 'busy') await processor.process(slowSvg())
