// Puts what <oauth-apps> shows into the address, so that Back, reload and links work. The element leaves this to its
// host, which may have a router of its own.

const apps = document.querySelector('oauth-apps')
await customElements.whenDefined('oauth-apps')

show()
addEventListener('popstate', show)
apps.addEventListener('oauth-apps-view-change', ({ detail }) => {
  const address = new URL(location.href)
  address.hash = detail.view === 'list' ? '' : detail.view === 'create' ? 'new' : `app/${detail.client_id}`
  history.pushState(null, '', address)
})

function show() {
  const [view = '', clientId] = location.hash.slice(1).split('/')
  if (view === 'new') apps.view = { view: 'create' }
  else if (view === 'app' && clientId) apps.view = { view: 'edit', client_id: clientId }
  else apps.view = { view: 'list' }
}
