import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Long enough for every browser to begin reading. */
const readingMs = 1000

/** Hands text to the person as a file, and forgets the text as soon as the browser has it. */
export class DownloadController implements ReactiveController {
  #url: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostDisconnected(): void {
    this.forget()
  }

  save(fileName: string, text: string): void {
    this.forget()
    this.#url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = this.#url
    link.download = fileName
    link.click()
    this.#timer = setTimeout(() => this.forget(), readingMs)
  }

  forget(): void {
    clearTimeout(this.#timer)
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url)
    this.#url = undefined
  }
}
