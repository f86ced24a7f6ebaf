import { plural } from '../plural.js'

/** All that `<oauth-grant-list>` says, to people who may never have heard of OAuth: on its own, as their page has nothing else. */
export const grantsEnglish = {
  title: 'Authorized applications',
  text: 'They can act for you here, with the access you allowed. Revoke what you no longer use.',
  publisher: (name: string) => `By ${name}`,
  /** In place of a name, where nothing is left of the application. */
  unnamed: 'An application that is gone',
  suspended: 'Suspended',
  suspendedText:
    'This application is switched off for now and cannot use its access. When it is switched on again it can, unless you revoke it.',
  deleted: 'Deleted',
  deletedText:
    'This application was deleted and cannot use its access. Revoke it, so that the application does not get it back if it is restored.',
  access: 'What you allowed it',
  noScopes: 'You allowed it no single permissions.',
  moreAccess: (count: number) => plural('en', count, { one: '# more permission', other: '# more permissions' }),
  includes: (scopes: string) => `Includes: ${scopes}`,
  includedIn: (scopes: string) => `Included in: ${scopes}`,
  dangerous: 'Far-reaching access',
  unknown: 'This permission is no longer offered.',
  firstAllowed: 'First allowed',
  lastUsed: 'Last used',
  neverUsed: 'No use recorded',
  website: 'Website',
  policy: 'Privacy policy',
  terms: 'Terms of service',
  about: (name: string) => `More about ${name}`,
  change: 'Change access',
  changeOf: (name: string) => `Change access: ${name}`,
  changeTitle: (name: string) => `Change what ${name} can do`,
  changeText: 'Untick what it should no longer do. Before it gets that back, it has to ask you again.',
  changeNothing: 'First untick what it should no longer do.',
  changeEverything: 'Leave at least one permission. To take all of them away, revoke the access instead.',
  changed: (name: string) => `${name} can do no more than what is ticked now.`,
  save: 'Save',
  revoke: 'Revoke access',
  revokeOf: (name: string) => `Revoke access: ${name}`,
  revokeTitle: (name: string) => `Revoke the access of ${name}?`,
  revokeText:
    'It can no longer act for you. What it has already seen or changed stays as it is. To use it again, you have to allow it anew.',
  revoked: (name: string) => `The access of ${name} was revoked.`,
  revokeAll: 'Revoke all access',
  revokeAllTitle: 'Revoke the access of all applications?',
  revokeAllText:
    'None of them can act for you any longer, those that are not shown here among them. What they have already seen or changed stays as it is. To use one of them again, you have to allow it anew.',
  revokedAll: (count: number) =>
    plural('en', count, {
      one: 'The access of # application was revoked.',
      other: 'The access of # applications was revoked.',
    }),
  cancel: 'Cancel',
  shown: (count: number) => plural('en', count, { one: '# application shown', other: '# applications shown' }),
  loading: 'Loading',
  loadMore: 'Load more',
  retry: 'Try again',
  emptyTitle: 'No authorized applications',
  emptyText: 'When you allow an application to act for you, you find it here.',
  errorTitle: 'Your applications could not be loaded',
  /** Why something did not work. */
  failures: {
    network: 'The server could not be reached. Check the connection and try again.',
    signedOut: 'You are signed out. Sign in again.',
    notOffered: 'This is not offered here.',
    gone: 'This access was revoked already. Reload the page to see what is left.',
    tooMany: 'Too many requests. Wait a moment and try again.',
    unavailable: 'Whether this was done is not certain: the server does not answer. Wait a moment and try again.',
    away: 'The server does not answer. Wait a moment and try again.',
    other: 'Something failed on the server. Try again; if it stays, tell the people who run it.',
  },
}
