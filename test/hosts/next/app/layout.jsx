import 'oauth-app-kit/reserve.css'

export const metadata = { title: 'Developer settings', icons: 'data:,' }

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
