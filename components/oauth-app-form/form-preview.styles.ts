import { css } from 'lit'

/** What people will be asked: before the buttons, or beside the whole form where there is room. */
export const formPreviewStyles = css`
  :host {
    container-type: inline-size;
  }

  @container (inline-size >= 880px) {
    form:has(.preview) {
      grid-template-columns: minmax(0, 640px) minmax(320px, 400px);
      grid-template-rows: 1fr auto;
      column-gap: var(--_8);
      max-inline-size: none;
    }

    .preview {
      position: sticky;
      inset-block-start: var(--_4);
      grid-area: 1 / 2 / span 2;
      align-self: start;
    }

    .footer {
      grid-area: 2 / 1;
    }
  }
`
