import { css } from 'lit'

/**
 * Every `button` begins as plain text. `button` and `a` as `.button` (quiet by default), `.primary`, `.danger`, `.plain`
 * (text only), `.icon-button`.
 */
export const buttons = css`
  button {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_2);
    min-block-size: 32px;
    margin: 0;
    padding-inline: var(--_3);
    padding-block: var(--_1);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }

  .button:hover,
  .icon-button:hover {
    background-image: linear-gradient(var(--_hover), var(--_hover));
  }

  .button:active,
  .icon-button:active {
    background-image: linear-gradient(var(--_pressed), var(--_pressed));
  }

  .button:disabled,
  .icon-button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }

  .button.primary {
    border-color: transparent;
    background-color: var(--_accent);
    color: var(--_on-accent);
  }

  .button.danger {
    border-color: transparent;
    background-color: var(--_danger);
    color: var(--_surface);
  }

  .button.plain,
  .icon-button {
    border-color: transparent;
    background-color: transparent;
  }

  .icon-button {
    min-inline-size: 28px;
    min-block-size: 28px;
    padding: var(--_1);
    color: var(--_text-muted);
  }

  .icon-button:hover {
    color: var(--_text);
  }

  svg.glyph {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  @media (forced-colors: active) {
    .button,
    .icon-button {
      border-color: ButtonText;
    }
  }
`
