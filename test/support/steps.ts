/** Something that must hold and counts no tests. The name is that of an npm script. */
export interface Check {
  readonly name: 'typecheck' | 'lint' | 'build'
}

/** A runner that leaves a report under its name; an npm script `test:<name>` runs it. */
export interface Suite {
  readonly name: 'plugin' | 'components' | 'e2e' | 'packaging' | 'faults' | 'hosts'
  /** Too heavy for every run: `npm test` leaves it out, continuous integration does not. */
  readonly heavy?: true
}

/** None of these reads what another one writes, so they run side by side. */
export const checks: readonly Check[] = [{ name: 'typecheck' }, { name: 'lint' }, { name: 'build' }]

/**
 * Suites that run side by side stand in one line: the plugin waits for databases while the elements wait for Chromium. The
 * others go one after the other: the end-to-end tests serve what the packaging tests build, and some measure time.
 */
export const stages: readonly (readonly Suite[])[] = [
  [{ name: 'plugin' }, { name: 'components' }],
  [{ name: 'e2e' }],
  [{ name: 'packaging' }],
  [{ name: 'faults', heavy: true }],
  [{ name: 'hosts', heavy: true }],
]

/** The databases that suites named `<database>: …` run against, and what says where one is. */
export const databases = [
  { name: 'SQLite' },
  { name: 'PostgreSQL', variable: 'TEST_POSTGRES_URL' },
  { name: 'MariaDB', variable: 'TEST_MYSQL_URL' },
] as const
