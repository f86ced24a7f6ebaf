import { css } from 'lit'

/** The icon of an app, or its first letter. */
export const appIconStyles = css`
  .icon {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--_radius);
    background: var(--_pressed);
    color: var(--_text-muted);
    font-weight: 600;
    overflow: hidden;
  }

  .icon:has(img:not([hidden])) {
    background: none;
  }

  .icon img:not([hidden]) + .letter {
    display: none;
  }
`
