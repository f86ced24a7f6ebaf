import type { RequestHandler } from 'express'

/**
 * Lets one request go on in each turn of the event loop, in the order in which they came. Node accepts one connection a
 * turn (libuv since 1.45), and a database in the process answers within the turn: without this, whoever is connected keeps
 * the turn so long that whoever connects waits for seconds.
 */
export function takeTurns(): RequestHandler {
  const waiting: (() => void)[] = []

  function takeTurn(): void {
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(takeTurn)
  }

  return (_request, _response, next) => {
    if (waiting.push(next) === 1) setImmediate(takeTurn)
  }
}
