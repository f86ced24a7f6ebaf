import type { ClientLibrary } from './client-library.js'
import { oauth4webapi } from './oauth4webapi.js'
import { openidClient } from './openid-client.js'
import { passportOAuth2 } from './passport-oauth2.js'
import { simpleOAuth2 } from './simple-oauth2.js'

/** Those with which most apps in Node are written. */
export const clientLibraries: readonly ClientLibrary[] = [openidClient, oauth4webapi, simpleOAuth2, passportOAuth2]
