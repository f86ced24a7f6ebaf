import { DeveloperApps } from './developer-apps'

/** Rendered on the server, with the tag in it. */
export default function Page() {
  return (
    <>
      <h1>Developer settings</h1>
      <DeveloperApps />
    </>
  )
}
