// Puts what <oauth-apps> shows into the address, so that Back, reload and links work: the view into the hash, what the
// list is narrowed to into the query. The element leaves this to its host, which may have a router of its own.

const texts = ['q', 'status', 'sort', 'organizationId', 'createdBy']
const numbers = ['unusedForDays', 'secretExpiresWithinDays']

const apps = document.querySelector('oauth-apps')
await customElements.whenDefined('oauth-apps')

/** What the page begins with, where its address says nothing else. */
const initial = apps.listState

show()
addEventListener('popstate', show)

apps.addEventListener('oauth-apps-view-change', ({ detail }) => {
  const address = new URL(location.href)
  address.hash = hashOf(detail)
  history.pushState(null, '', address)
})

apps.addEventListener('oauth-app-list-change', ({ detail }) => {
  const address = new URL(location.href)
  const { columns, ...narrowed } = detail
  for (const [name, value] of Object.entries({ ...narrowed, columns: columns.join(' ') })) {
    if (value === undefined || value === '') address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  history.replaceState(null, '', address)
})

function show() {
  apps.view = viewOf(location.hash.slice(1).split('/'))
  apps.listState = { ...initial, ...listStateOf(new URLSearchParams(location.search)) }
}

function hashOf({ view, client_id }) {
  if (view === 'list') return ''
  if (view === 'create') return 'new'
  return view === 'edit' ? `app/${client_id}/edit` : `app/${client_id}`
}

function viewOf([view, client_id, edit]) {
  if (view === 'new') return { view: 'create' }
  if (view !== 'app' || !client_id) return { view: 'list' }
  return edit ? { view: 'edit', client_id } : { view: 'details', client_id }
}

function listStateOf(query) {
  const state = {}
  for (const name of texts) if (query.has(name)) state[name] = query.get(name)
  for (const name of numbers) if (query.has(name)) state[name] = Number(query.get(name))
  if (query.has('columns')) state.columns = query.get('columns').split(' ')
  return state
}
