import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { OauthApps } from 'oauth-app-kit/react'
import 'oauth-app-kit/reserve.css'

function DeveloperSettings() {
  const [registered, setRegistered] = useState('')
  return (
    <>
      <h1>Developer settings</h1>
      <output>{registered && `${registered} was registered.`}</output>
      <OauthApps api="/api/oauth-apps" onOauthAppCreated={({ detail }) => setRegistered(detail.app.client_name)} />
    </>
  )
}

createRoot(document.getElementById('page')).render(<DeveloperSettings />)
