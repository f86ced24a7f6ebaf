import { ruleCases } from '../contract/cases/rule-cases.js'
import { vectorCases, vectorFiles, type Vectors } from '../contract/cases/vector-cases.js'

const required = (await (await fetch('/__shared/required')).text()) === 'true'
const vectors = await fetchVectors()

describe('the rules of the contract in a browser', () => {
  for (const { title, check } of ruleCases) it(title, check)
  if (vectors) {
    for (const { title, check } of vectorCases(vectors)) it(title, check)
  } else if (required) {
    it('has the shared vectors, which CI requires', () => {
      throw new Error('they are not there')
    })
  }
})

/** `undefined` where no vectors lie beside the checkout. */
async function fetchVectors(): Promise<Vectors | undefined> {
  const files = await Promise.all(
    vectorFiles.map(async (name) => {
      const response = await fetch(`/__shared/vectors/${name}.json`)
      return [name, response.ok ? await response.json() : undefined] as const
    }),
  )
  if (files.some(([, file]) => file === undefined)) return undefined
  return Object.fromEntries(files) as unknown as Vectors
}
