/** Long enough for every browser to begin reading. */
const readingMs = 1000

/** Hands text to the person as a file, which has no address any more a second later. */
export function downloadText(fileName: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), readingMs)
}
