// What a page of another origin sees of the portal's API: the token is its own server's to give, the answer the portal's.

const portal = document.documentElement.dataset.portal
const answer = document.getElementById('answer')

document.getElementById('call')?.addEventListener('click', async () => {
  answer.textContent = '…'
  const { access_token, api } = await (await fetch(`/${portal}/token`)).json()
  try {
    const response = await fetch(api, { headers: { authorization: `Bearer ${access_token}` } })
    const refusal = response.headers.get('www-authenticate')
    const body = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined
    answer.textContent = [`${response.status}`, refusal, body && JSON.stringify(body, null, 2)]
      .filter(Boolean)
      .join('\n')
  } catch {
    answer.textContent =
      'The browser kept the answer back: this origin is not among the allowed origins of the application.'
  }
})
