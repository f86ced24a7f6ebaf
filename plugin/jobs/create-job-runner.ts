import type { RegistryContext } from '../registry/registry-context.js'
import type { Job } from './job.js'
import { jobs as ownJobs } from './jobs.js'

/** How many rows or apps each job did away with, or how much it told; `null` for one that failed, of which the log knows more. */
export type JobReport = Readonly<Record<string, number | null>>

export interface JobRunner {
  /** Runs every job once. While a run goes on, there is no second one in this process: it answers for both. */
  run(): Promise<JobReport>
  /** Runs them from now on, again and again; does not keep the process alive. */
  start(): void
  /** Ends after the batch that is being worked on. */
  stop(): Promise<void>
}

/** Milliseconds between two runs, on average: processes that started together do not stay together. */
const interval = 10 * 60_000

/** Milliseconds within which the first run begins: what a process left undone when it died is not left for long. */
const firstWithin = 60_000

/** Milliseconds for each job of a run. */
const longest = 30_000

export function createJobRunner(context: RegistryContext, jobs: Readonly<Record<string, Job>> = ownJobs): JobRunner {
  const { logger } = context
  let running: Promise<JobReport> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function runAll(): Promise<JobReport> {
    const report: Record<string, number | null> = {}
    for (const [name, job] of Object.entries(jobs)) report[name] = await attempt(name, job)
    if (Object.values(report).some(Boolean)) logger.info(report, 'jobs.done')
    return report
  }

  async function attempt(name: string, job: Job): Promise<number | null> {
    const deadline = Date.now() + longest
    try {
      return await job(context, () => !stopped && Date.now() < deadline)
    } catch (err) {
      logger.warn({ job: name, err }, 'jobs.failed')
      return null
    }
  }

  function run(): Promise<JobReport> {
    running ??= runAll().finally(() => {
      running = undefined
    })
    return running
  }

  function schedule(milliseconds: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      void run().then(() => {
        schedule(interval * (0.75 + Math.random() / 2))
      })
    }, milliseconds)
    timer.unref()
  }

  return {
    run,
    start() {
      if (timer === undefined) schedule(Math.random() * firstWithin)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
