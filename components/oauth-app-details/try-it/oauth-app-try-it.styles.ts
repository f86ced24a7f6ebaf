import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_6);
  }

  p,
  dl,
  dd,
  ol,
  pre {
    margin: 0;
    padding: 0;
  }

  h4,
  h5 {
    margin: 0;
    font-size: var(--_size);
    font-weight: 600;
  }

  :is(h4, h5):focus {
    outline: none;
  }

  :is(h4, h5):focus-visible {
    outline: 2px solid var(--_focus-ring);
  }

  .quiet {
    color: var(--_text-muted);
  }

  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
  }

  .part > h4 + .help {
    margin-block-start: calc(var(--_2) * -1);
  }

  .row,
  .kinds,
  .token-facts,
  .token-facts div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
  }

  select.input {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 32px;
    padding-block: var(--_1);
  }

  legend {
    padding: 0;
    margin-block-end: var(--_1);
  }

  .scopes .choice {
    align-items: flex-start;
  }

  .scopes [type='checkbox'] {
    margin-block-start: 2px;
  }

  .scopes .choice:has(:disabled) {
    cursor: not-allowed;
  }

  .scopes code,
  .token-facts dt {
    color: var(--_text-muted);
  }

  .token-facts {
    gap: var(--_1) var(--_6);
    font-size: var(--_size-small);
  }

  .shown {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--_3);
    padding: var(--_4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
  }

  .note {
    display: flex;
    gap: var(--_2);
    justify-self: stretch;
    padding: var(--_2) var(--_3);
    border: 1px solid color-mix(in oklab, var(--_warning) 45%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }

  .note .glyph {
    margin-block-start: 2px;
    color: var(--_warning);
  }

  .copyable {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-self: stretch;
    gap: 0 var(--_2);
    min-inline-size: 0;
    padding: var(--_1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }

  .copyable > code,
  .copyable > pre {
    flex: 1 1 0;
    min-inline-size: 0;
    padding: var(--_1) var(--_2);
    text-align: match-parent;
  }

  .copyable > code {
    user-select: all;
  }

  .copyable.wide {
    align-items: flex-start;
  }

  pre {
    font: inherit;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 2;
  }

  .copy-failed {
    flex-basis: 100%;
    color: var(--_danger);
    font-size: var(--_size-small);
  }

  .steps {
    display: grid;
    gap: var(--_1);
    padding-inline-start: var(--_6);
    overflow-wrap: anywhere;
  }

  /* As the HTML below it says, whatever the colours of this page are. */
  .sign-in {
    display: inline-flex;
    align-items: center;
    padding: 8px 16px;
    border: 1px solid #6b7480;
    border-radius: 6px;
    background: #fff;
    color: #1c2024;
    font:
      500 14px/20px system-ui,
      sans-serif;
  }

  .kinds {
    gap: 0;
    justify-self: start;
    margin: 0;
    padding: 2px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
  }

  .kind {
    position: relative;
    padding: var(--_1) var(--_3);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
    cursor: pointer;
  }

  .kind input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
  }

  .kind:hover {
    color: var(--_text);
  }

  .kind:has(:checked) {
    background: var(--_accent-soft);
    color: var(--_text);
  }

  .kind:has(:focus-visible) {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 1px;
  }

  @media (forced-colors: active) {
    .kind:has(:checked) {
      outline: 2px solid Highlight;
    }
  }

  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
`
