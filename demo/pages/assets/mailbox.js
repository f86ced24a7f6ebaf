// Mails appear by themselves while the page is looked at, and a choice of application or language shows at once.

const interval = 2000

const list = document.getElementById('list')

document.querySelector('.choice')?.addEventListener('change', ({ currentTarget }) => currentTarget.requestSubmit())

if (!document.querySelector('.choice')) setInterval(look, interval)

async function look() {
  // Whoever is in the list with the keyboard would lose their place.
  if (document.hidden || list.contains(document.activeElement)) return
  const response = await fetch(location.href).catch(() => null)
  if (!response?.ok) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('list')
  if (!fresh || count(fresh) === count(list)) return
  // With the first one there is something to show beside the list, too.
  if (count(list) === 0) location.reload()
  else list.replaceChildren(...fresh.childNodes)
}

function count(place) {
  return place.querySelectorAll('.mails li').length
}
