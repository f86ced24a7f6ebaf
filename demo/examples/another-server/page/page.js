// Says beside an app how it stands at the other server: what the kit shows is what the product has, and the other server
// follows.

const apps = document.querySelector('oauth-apps')
const panel = document.getElementById('there')
const state = document.getElementById('there-state')
const id = document.getElementById('there-id')

const sentences = {
  in_step: () => 'It has the application as you see it here.',
  waiting: () => 'It has not been told yet of the last change. That may take a while when it does not answer.',
  refused: (problem) => `It does not take the application as it is, and keeps what it had before. It says: ${problem}`,
  absent: () => 'It does not honour the application while it is not active.',
}

/** Milliseconds between two looks while something is under way. */
const pause = 1000

let shown
let timer

show(apps.view)
apps.addEventListener('oauth-apps-view-change', ({ detail }) => show(detail))
for (const name of ['saved', 'enabled', 'disabled', 'restored']) {
  apps.addEventListener(`oauth-app-${name}`, () => void look())
}

function show({ view, client_id: clientId }) {
  shown = view === 'details' ? clientId : undefined
  panel.hidden = true
  void look()
}

async function look() {
  clearTimeout(timer)
  const clientId = shown
  if (clientId === undefined) return
  const response = await fetch(`/api/there/${encodeURIComponent(clientId)}`)
  const standing = response.ok ? await response.json() : undefined
  if (shown !== clientId) return
  panel.hidden = standing === undefined
  if (!standing) return
  state.textContent = sentences[standing.state](standing.problem)
  id.hidden = standing.client_id === null || standing.client_id === clientId
  id.querySelector('code').textContent = standing.client_id
  if (standing.state === 'waiting') timer = setTimeout(look, pause)
}
