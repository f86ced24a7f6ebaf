import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ruleCases } from './cases/rule-cases.js'
import { vectorCases, vectorFiles, type Vectors } from './cases/vector-cases.js'

const vectorFolder = new URL('../../../shared/vectors/', import.meta.url)

for (const { title, check } of ruleCases) test(title, check)

if (process.env.CI || existsSync(vectorFolder)) {
  for (const { title, check } of vectorCases(readVectors())) test(title, check)
}

function readVectors(): Vectors {
  const files = vectorFiles.map((name) => {
    return [name, JSON.parse(readFileSync(new URL(`${name}.json`, vectorFolder), 'utf8'))] as const
  })
  return Object.fromEntries(files) as unknown as Vectors
}
