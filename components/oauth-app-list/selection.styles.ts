import { css } from 'lit'

/** The boxes of the rows, the bar in place of the toolbar, and the dialog that it leads to. */
export const selectionStyles = css`
  .head {
    display: grid;
  }

  .head > * {
    grid-area: 1 / 1;
  }

  .toolbar[inert] {
    visibility: hidden;
  }

  /* Stays at hand in a long list. */
  .head:has(> .selection-bar) {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
  }

  .selection-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-self: start;
    gap: var(--_2) var(--_3);
    margin-block: calc(var(--_2) * -1);
    padding: calc(var(--_2) - 1px);
    padding-inline-start: calc(var(--_3) - 1px);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .selected,
  .bulk-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2);
  }

  .selected {
    flex: 1;
  }

  .selected progress {
    inline-size: 64px;
  }

  .count {
    margin: 0;
    font-weight: 500;
  }

  .selection-bar .button {
    min-block-size: 32px;
    padding-block: var(--_1);
  }

  .link {
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--_accent);
  }

  .select {
    cursor: default;
  }

  th.select,
  td.select {
    padding-inline-end: 0;
  }

  .select label {
    display: flex;
    align-items: center;
    gap: var(--_2);
  }

  #bulk-body {
    display: grid;
    gap: var(--_3);
    min-inline-size: 0;
  }

  .reach {
    display: grid;
    gap: var(--_1);
    margin: 0;
    padding: var(--_3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }

  .reach div {
    display: flex;
    justify-content: space-between;
    gap: var(--_4);
  }

  .reach dt {
    color: var(--_text-muted);
  }

  .reach dd {
    margin: 0;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .failures {
    display: grid;
    gap: var(--_2);
    max-block-size: 240px;
    margin: 0;
    padding: var(--_3);
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
  }

  .failures li {
    display: grid;
    overflow-wrap: anywhere;
  }

  @container (inline-size < 640px) {
    .bulk-actions {
      flex: 1 1 100%;
      order: 1;
    }
  }

  @container (inline-size >= 640px) {
    .select-all-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
`
