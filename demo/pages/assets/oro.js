// What only this host knows: who is signed in, and who sees the applications of all users.

import './oro-wording.js'

const response = await fetch('/oro/api/oauth-apps/config')
const { caller } = response.ok ? await response.json() : {}

document.getElementById('to-overview').hidden = !caller?.administrator
const note = document.getElementById('own-only')
if (note) note.hidden = !caller || caller.administrator
if (caller) introduce(caller)

function introduce({ name, email, organizations }) {
  const user = document.getElementById('user')
  user.removeAttribute('data-words')
  user.textContent = name
  fill('user-name', name)
  fill('user-email', email ?? '—')
  fill('user-organizations', organizations.map(({ name }) => name).join(', ') || '—')
}

function fill(id, text) {
  const place = document.getElementById(id)
  if (place) place.textContent = text
}
