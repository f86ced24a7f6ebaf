import { addressCases } from './address-cases.js'
import { appCases } from './app-cases.js'
import type { Case } from './case.js'
import { propertyCases } from './property-cases.js'
import { redirectUriCases } from './redirect-uri-cases.js'
import { scopeAndSecretCases } from './scope-and-secret-cases.js'
import { textCases } from './text-cases.js'

export const ruleCases: readonly Case[] = [
  ...redirectUriCases,
  ...addressCases,
  ...textCases,
  ...scopeAndSecretCases,
  ...appCases,
  ...propertyCases,
]
