const style = [
  'display: inline-flex',
  'align-items: center',
  'padding: 8px 16px',
  'border: 1px solid #6b7480',
  'border-radius: 6px',
  'background: #fff',
  'color: #1c2024',
  'font: 500 14px/20px system-ui, sans-serif',
  'text-decoration: none',
].join('; ')

/** A link that looks like a button, for a page of the developer's: to where their server begins a sign-in. */
export function signInButton(label: string): string {
  return `<a href="/sign-in" style="${style}">\n  ${escaped(label)}\n</a>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
