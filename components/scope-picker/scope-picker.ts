import { ScopePicker } from './scope-picker.element.js'

declare global {
  interface HTMLElementTagNameMap {
    'scope-picker': ScopePicker
  }
}

if (!customElements.get('scope-picker')) customElements.define('scope-picker', ScopePicker)
