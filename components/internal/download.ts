/** Long enough for every browser to begin reading. */
const readingMs = 1000

/** Hands a file to the person, which has no address any more a second later. */
export function download(fileName: string, file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), readingMs)
}
