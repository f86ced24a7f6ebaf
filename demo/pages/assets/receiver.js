// What came to the receiver of this demo, and whether it was signed with the secret that the receiver was given.

import { words } from './words.js'

const address = '/organization/receiver'
const said = () => words[document.documentElement.lang] ?? words.en

document.getElementById('receiver-url').textContent = new URL(address, location.href).href

document.getElementById('receiver-secret').addEventListener('submit', async (event) => {
  event.preventDefault()
  const input = document.getElementById('secret')
  const response = await fetch(`${address}/secret`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: input.value.trim() }),
  })
  document.getElementById('receiver-status').textContent = response.ok ? said().receiverKnows : said().receiverRefuses
  if (response.ok) input.value = ''
})

let shown = ''

async function show() {
  const response = await fetch(address).catch(() => undefined)
  const text = response?.ok ? await response.text() : shown
  if (text !== shown) {
    shown = text
    document.getElementById('arrivals').replaceChildren(...JSON.parse(text).items.map(arrival))
  }
  setTimeout(show, 1000)
}

function arrival({ id, type, signed }) {
  const item = document.createElement('li')
  const verdict = signed === null ? said().signatureUnknown : signed ? said().signatureHolds : said().signatureFails
  for (const [tag, value] of [
    ['code', type],
    ['span', verdict],
    ['code', id],
  ]) {
    const part = document.createElement(tag)
    part.textContent = value
    if (tag === 'code') part.dir = 'ltr'
    item.append(part)
  }
  return item
}

await show()
