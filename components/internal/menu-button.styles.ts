import { css } from 'lit'

export const menuStyles = css`
  .menu-button:has(+ :popover-open) {
    background-image: linear-gradient(var(--_pressed), var(--_pressed));
    color: var(--_text);
  }

  .menu {
    min-inline-size: 168px;
    max-inline-size: calc(100vw - 16px);
    padding: var(--_1);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  /* Where CSS cannot anchor, placeMenu does. */
  @supports (position-area: end) {
    .menu {
      inset: auto;
      margin: var(--_1) 0;
      position-area: self-block-end span-self-inline-start;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
    }
  }

  .menu button {
    display: flex;
    align-items: center;
    gap: var(--_2);
    inline-size: 100%;
    min-block-size: 32px;
    padding: var(--_1) var(--_3);
    border-radius: var(--_radius);
  }

  .tick {
    inline-size: 16px;
    block-size: 16px;
  }

  .menu button:hover,
  .menu button:focus {
    background: var(--_hover);
  }

  .menu button:focus-visible {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    .menu button:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
