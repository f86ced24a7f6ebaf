import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request } from 'express'
import type { Logger } from '../logger.js'
import { ProblemError } from '../problem-error.js'
import { markPrivate } from './guards/private-answer.js'
import { presentProblem, problemHeaders } from './present-problem.js'
import { sendAnswer, type Answer } from './send-answer.js'

type ErrorLogger = Pick<Logger, 'error'>

/** A problem as an answer; `instance` is its number in the log. */
export type ProblemForm = (problem: ProblemError, instance: string | undefined, request: Request) => Answer

const asProblem: ProblemForm = (problem, instance) => ({
  status: problem.status,
  headers: problemHeaders(problem),
  body: presentProblem(problem, instance),
})

/**
 * Answers every error, what an operation refuses, what Express throws, and what nobody foresaw: as problem+json unless
 * another form is asked for.
 */
export function problemSender(logger: ErrorLogger, form: ProblemForm = asProblem): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    // Who went away in the middle of a request reads no answer, and is no fault of the server's.
    if (request.socket.destroyed && !response.headersSent) return
    const problem = problemOf(error)
    const instance = problem.cause !== undefined && problem.status >= 500 ? report(logger, request, problem) : undefined
    if (response.headersSent) {
      request.socket.destroy()
      return
    }
    markPrivate(response)
    void sendAnswer(request, response, form(problem, instance, request))
  }
}

/** Writes the cause to the log, with its stack, under a number that the answer has too. */
function report(logger: ErrorLogger, request: Request, problem: ProblemError): string {
  const instance = `urn:uuid:${randomUUID()}`
  const address = `${request.method} ${request.baseUrl}${request.path}`
  logger.error({ instance, err: problem.cause }, `oauth-app-kit could not answer ${address}`)
  return instance
}

/** Beside our own, Express's router throws one error of its own; whatever else comes is the server's fault. */
function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (isUndecodablePath(error)) {
    return new ProblemError('invalid_input', {
      detail: 'The address holds a % that is not followed by the two hexadecimal digits of a UTF-8 byte.',
    })
  }
  return new ProblemError('internal', {
    detail: 'The server failed, and has logged why under the number in "instance".',
    cause: error,
  })
}

function isUndecodablePath(error: unknown): boolean {
  return error instanceof URIError && error.message.startsWith('Failed to decode param')
}
