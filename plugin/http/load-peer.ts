import type Express from 'express'
import type Multer from 'multer'
import { requirePeer } from '../require-peer.js'

/** @throws Error naming the command that installs it. */
export function loadExpress(): typeof Express {
  const loaded = requirePeer('express')
  if (!isExpress(loaded)) throw new Error('oauth-app-kit found a package "express" that is not Express 4 or 5')
  return loaded
}

/** @throws Error naming the command that installs it. */
export function loadMulter(): typeof Multer {
  const loaded = requirePeer('multer')
  if (!isMulter(loaded)) throw new Error('oauth-app-kit found a package "multer" that is not multer 2')
  return loaded
}

function isExpress(value: unknown): value is typeof Express {
  return typeof value === 'function' && 'Router' in value && 'json' in value
}

function isMulter(value: unknown): value is typeof Multer {
  return typeof value === 'function' && 'memoryStorage' in value && 'MulterError' in value
}
