import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from '../logger.js'
import { ProblemError } from '../problem-error.js'
import { markPrivate } from './guards/private-answer.js'
import { presentProblem, problemHeaders } from './present-problem.js'
import { sendAnswer } from './send-answer.js'

/** Answers every error as problem+json: what an operation refuses, what Express throws, and what nobody foresaw. */
export function problemSender(logger: Pick<Logger, 'error'>): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    if (response.headersSent || request.socket.destroyed) {
      if (response.headersSent) report(logger, request, error, randomUUID())
      request.socket.destroy()
      return
    }
    const problem = problemOf(error)
    if (problem.status < 500) {
      send(request, response, problem)
      return
    }
    const incident = randomUUID()
    report(logger, request, problem.cause ?? problem, incident)
    send(request, response, problem, `urn:uuid:${incident}`)
  }
}

function send(request: Request, response: Response, problem: ProblemError, instance?: string): void {
  markPrivate(response)
  sendAnswer(request, response, {
    status: problem.status,
    headers: problemHeaders(problem),
    body: presentProblem(problem, instance),
  })
}

function report(logger: Pick<Logger, 'error'>, request: Request, error: unknown, incident: string): void {
  logger.error(
    { incident, err: error },
    `oauth-app-kit could not answer ${request.method} ${request.baseUrl}${request.path}`,
  )
}

/** Beside our own, Express's router throws one error of its own; whatever else comes is the server's fault. */
function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (isUndecodablePath(error)) {
    return new ProblemError('invalid_input', {
      detail: 'The address holds a % that is not followed by the two hexadecimal digits of a UTF-8 byte.',
      cause: error,
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
