// Buttons that copy the text of the element that `data-copy` names, and say that they did.

const feedback = 2000
const status = document.createElement('p')
status.setAttribute('role', 'status')
status.className = 'visually-hidden'
document.body.append(status)

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]')
  const source = button && document.getElementById(button.dataset.copy)
  if (!source) return
  try {
    await navigator.clipboard.writeText(source.textContent)
    say(button, 'Copied')
  } catch {
    // Pages without https have no clipboard: the text is selected for the keyboard's own copying.
    getSelection().selectAllChildren(source)
    say(button, 'Selected')
  }
})

function say(button, text) {
  const label = button.querySelector('[data-copy-label]')
  label.dataset.copyLabel ||= label.textContent
  label.textContent = text
  status.textContent = text
  setTimeout(() => {
    label.textContent = label.dataset.copyLabel
    status.textContent = ''
  }, feedback)
}
