import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

interface Process {
  readonly pid: number
  readonly ppid: number
  readonly command: string
}

/** The live render processes of a process, by default of this one. */
export async function renderers(parent = process.pid): Promise<number[]> {
  const all = await liveProcesses()
  return all.filter(({ ppid, command }) => ppid === parent && command.includes('render-worker')).map(({ pid }) => pid)
}

export async function anyAlive(pids: readonly number[]): Promise<boolean> {
  return (await liveProcesses()).some(({ pid }) => pids.includes(pid))
}

/** What a process was given as its environment. */
export async function environmentOf(pid: number): Promise<string> {
  return (await ps('eww', '-o', 'args=', '-p', String(pid))).join()
}

/** @throws Error saying that `what` did not come true within `withinMs`. */
export async function until(what: string, condition: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${what}`)
  }
}

async function liveProcesses(): Promise<Process[]> {
  const lines = await ps('-A', '-ww', '-o', 'pid=,ppid=,stat=,args=')
  return lines.flatMap((line) => {
    const [pid, ppid, state = '', ...command] = line.trim().split(/\s+/)
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), ppid: Number(ppid), command: command.join(' ') }]
  })
}

async function ps(...options: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', options)
  return stdout.split('\n').filter(Boolean)
}
