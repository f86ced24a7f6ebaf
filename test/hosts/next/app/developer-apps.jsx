'use client'

import { useState } from 'react'
import { OauthApps } from 'oauth-app-kit/react'

export function DeveloperApps() {
  const [registered, setRegistered] = useState('')
  return (
    <>
      <output>{registered && `${registered} was registered.`}</output>
      <OauthApps api="/api/oauth-apps" onOauthAppCreated={({ detail }) => setRegistered(detail.app.client_name)} />
    </>
  )
}
