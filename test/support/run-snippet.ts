import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SnippetName } from '../../components/oauth-app-details/try-it/snippets/snippets.js'

const programs: Readonly<Record<SnippetName, readonly [command: string, file: string]>> = {
  curl: ['sh', 'snippet.sh'],
  'Node.js': [process.execPath, 'snippet.mjs'],
  Python: ['python3', 'snippet.py'],
}

export interface SnippetRun {
  /** What it wrote, without the questions. */
  readonly output: string
  readonly errors: string
  readonly status: number | null
}

/**
 * Runs an example as a developer does: from a file, with its variables in the environment and nothing else of the test's.
 * Where it asks for the address that somebody came back to, `signIn` is told which one it wants opened.
 */
export async function runSnippet(
  name: SnippetName,
  code: string,
  variables: Readonly<Record<string, string>>,
  signIn: (address: string) => Promise<string> = () => Promise.reject(new Error('Nobody was to sign in')),
): Promise<SnippetRun> {
  // Within the checkout, so that packages are found as they are in a project of the developer's.
  mkdirSync('node_modules/.cache', { recursive: true })
  const folder = mkdtempSync(join('node_modules/.cache', 'snippet-'))
  const [command, file] = programs[name]
  writeFileSync(join(folder, file), code)
  const child = spawn(command, [file], { cwd: folder, env: { PATH: process.env['PATH'], ...variables } })
  let output = ''
  let errors = ''
  let asked = false
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    const [, address] = /^Open (\S+)$/m.exec(output) ?? []
    if (address === undefined || asked || !output.includes('came back to: ')) return
    asked = true
    signIn(address).then(
      (answer) => child.stdin.end(`${answer}\n`),
      (error: unknown) => {
        errors += String(error)
        child.kill()
      },
    )
  })
  try {
    const [status] = (await once(child, 'close')) as [number | null]
    return { output, errors, status }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The token in what an example printed, in JSON or as Node writes objects. */
export function tokenIn({ output, errors, status }: SnippetRun): string {
  const [, token] = /access_token['"]?: ?['"]([\w.~+/-]+)['"]/.exec(output) ?? []
  if (token === undefined || status !== 0) throw new Error(`It ended with ${status}, and wrote:\n${output}\n${errors}`)
  return token
}
