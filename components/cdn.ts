import './define.js'
import './locales/ar.js'
import './locales/de.js'

export * from './index.js'
