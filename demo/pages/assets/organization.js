// What only this host knows: where its API is, and what to tell people who may look but not register.

const api = '/organization/api/oauth-apps'

document.getElementById('endpoint').textContent = `POST ${new URL(`${api}/apps`, location.href)}`

const response = await fetch(`${api}/config`)
document.getElementById('note').hidden = !response.ok || (await response.json()).caller.can_create
