// The demo's switches: who is signed in, the language (with its direction) and the theme.
// ?lang= and ?theme= set the latter two for one address; otherwise they are remembered.

import { words } from './words.js'

const page = document.documentElement

const query = new URLSearchParams(location.search)

follow('language', query.get('lang') ?? remembered('language') ?? 'en', (language) => {
  page.lang = language
  page.dir = language === 'ar' ? 'rtl' : 'ltr'
  speak()
})
follow('theme', query.get('theme') ?? remembered('theme') ?? 'system', (theme) => {
  page.dataset.theme = theme
})
await followRole()

function follow(id, initial, apply) {
  apply(initial)
  const select = document.getElementById(id)
  if (!select) return
  select.value = initial
  select.addEventListener('change', () => {
    apply(select.value)
    localStorage.setItem(`demo-${id}`, select.value)
  })
}

/** Says in the language of the page whatever the page itself has to say. */
function speak() {
  for (const place of document.querySelectorAll('[data-words]'))
    place.textContent = (words[page.lang] ?? words.en)[place.dataset.words]
}

function remembered(id) {
  return localStorage.getItem(`demo-${id}`)
}

async function followRole() {
  const select = document.getElementById('role')
  if (!select) return
  const { role, roles } = await (await fetch('/sign-in')).json()
  select.replaceChildren(...roles.map(choiceOf))
  speak()
  select.value = role
  select.addEventListener('change', async () => {
    await fetch('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: select.value }),
    })
    location.reload()
  })
}

/** Who has no name is nobody. */
function choiceOf({ role, name }) {
  const option = new Option(name ?? '', role)
  if (name === null) option.dataset.words = 'signedOut'
  return option
}
