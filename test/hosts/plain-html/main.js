document.addEventListener('oauth-app-created', ({ detail }) => {
  document.querySelector('output').textContent = `${detail.app.client_name} was registered.`
})
