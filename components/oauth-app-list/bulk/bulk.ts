export { BulkController } from './bulk.controller.js'
export { bulkDialog, doneText } from './bulk-dialog.js'
