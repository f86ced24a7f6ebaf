import { createRequire } from 'node:module'
import type Express from 'express'
import type Multer from 'multer'

const require = createRequire(import.meta.url)

/**
 * Express is an optional peer: the registry works without it.
 *
 * @throws Error naming the command that installs it.
 */
export function loadExpress(): typeof Express {
  const loaded = load('express')
  if (!isExpress(loaded)) throw new Error('oauth-app-kit found a package "express" that is not Express 4 or 5')
  return loaded
}

/**
 * Multer is an optional peer: it reads uploads.
 *
 * @throws Error naming the command that installs it.
 */
export function loadMulter(): typeof Multer {
  const loaded = load('multer')
  if (!isMulter(loaded)) throw new Error('oauth-app-kit found a package "multer" that is not multer 2')
  return loaded
}

function load(name: 'express' | 'multer'): unknown {
  try {
    return require(name)
  } catch (cause) {
    if (!isNotInstalled(cause, name)) throw cause
    throw new Error(`oauth-app-kit needs ${name}: npm install ${name}`, { cause })
  }
}

/** A peer that is there but broken fails with its own error, not with advice to install it. */
function isNotInstalled(error: unknown, name: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'MODULE_NOT_FOUND' &&
    error.message.startsWith(`Cannot find module '${name}'`)
  )
}

function isExpress(value: unknown): value is typeof Express {
  return typeof value === 'function' && 'Router' in value && 'json' in value
}

function isMulter(value: unknown): value is typeof Multer {
  return typeof value === 'function' && 'memoryStorage' in value && 'MulterError' in value
}
