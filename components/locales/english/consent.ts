import { plural } from '../plural.js'
import { consentPreviewEnglish } from './consent-preview.js'

/** All that `<oauth-consent>` says, to people who may never have heard of OAuth: on its own, as a consent page has nothing else. */
export const consentEnglish = {
  /** After the name of the application, on a line of its own. */
  wants: 'wants access to your account',
  wantsMore: 'wants further access to your account',
  wantsNothingNew: 'wants to go on with the access you allowed before',
  wantsNothing: 'wants to connect with your account',
  publisher: 'Published by',
  newTab: 'opens in a new tab',
  ownWords: 'In its own words',
  signedInAs: 'Signed in as',
  notYou: 'Not you?',
  access: 'It will be able to',
  furtherAccess: 'It will also be able to',
  dangerous: 'Far-reaching access',
  dangerousText: 'Allow this only if you trust whoever is behind it.',
  normal: 'Access to data',
  safe: 'Basic access',
  includes: 'Includes',
  includesMore: (count: number) =>
    plural('en', count, { one: 'Includes # more permission', other: 'Includes # more permissions' }),
  needed: 'Needed',
  included: 'Included',
  undescribed: 'There is no description of this access.',
  chooseOne: 'Choose what to allow, or deny.',
  nothing: 'It asks for no access to your data.',
  remembered: 'What you allowed before',
  sentTo: 'Afterwards you are sent to',
  onDevice: 'a program on this device',
  policy: 'Privacy policy',
  terms: 'Terms of service',
  allow: 'Allow',
  deny: 'Deny',
  answering: 'Your answer is on its way',
  loading: 'Loading what the application asks for',
  retry: 'Try again',
  unavailableTitle: 'This application is not available',
  unavailableText:
    'It is not known here, or was switched off. It has got no access. Close this page, or go back to where you came from.',
  unapprovedTitle: 'This application is not approved yet',
  unapprovedText: 'Until it is, only the person who registered it can use it. It has got no access.',
  redirectTitle: 'This request cannot be trusted',
  redirectText:
    'It would send you to an address that the application has not registered. You were not sent there, and no access was given. If you keep coming here, tell the people behind the application.',
  scopeTitle: 'The application asks for what it may not have',
  scopeText: 'It is not registered for this access. None was given. Tell the people behind the application.',
  expiredTitle: 'This request has expired',
  expiredText: 'Go back to the application and start again there.',
  unreachableTitle: 'The request could not be loaded',
  unreachableText: 'No access was given. Check the connection and try again.',

  /** In place of what the form does not hold yet. */
  previewName: 'App name',
  previewWebsite: 'website',
  previewDescription: 'Its description.',
  previewAccess: 'The access scopes you choose.',
  previewRedirect: 'the redirect URL',

  ...consentPreviewEnglish,
}
