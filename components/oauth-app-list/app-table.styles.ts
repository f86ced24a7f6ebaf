import { css } from 'lit'

/** The table, which is a column of cards where there is no room for one. */
export const tableStyles = css`
  table {
    inline-size: 100%;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    border-spacing: 0;
    font-size: var(--_size);
  }

  th,
  td {
    padding: var(--_3) var(--_4);
    text-align: start;
    vertical-align: middle;
    font-weight: 400;
  }

  thead th {
    padding-block: var(--_2);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 500;
  }

  tbody th,
  tbody td {
    border-block-start: 1px solid var(--_border);
  }

  .app {
    inline-size: 100%;
  }

  .status,
  .created,
  .actions {
    white-space: nowrap;
  }

  .created {
    color: var(--_text-muted);
  }

  td.actions {
    padding-inline: 0 var(--_3);
    text-align: end;
  }

  .row {
    cursor: pointer;
  }

  .row:hover > * {
    background: var(--_subtle);
  }

  .row:last-child > :first-child {
    border-end-start-radius: calc(var(--_radius) + 1px);
  }

  .row:last-child > :last-child {
    border-end-end-radius: calc(var(--_radius) + 1px);
  }

  table[aria-busy='true'] .row {
    cursor: progress;
  }

  table[aria-busy='true'] .row:not(.skeleton) {
    opacity: 0.6;
    transition: opacity var(--_duration) 200ms;
  }

  @container (inline-size < 640px) {
    table,
    tbody {
      display: block;
      border: 0;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .row {
      display: grid;
      grid-template: 'app app actions' 'status created created' / auto 1fr auto;
      gap: var(--_3);
      padding: var(--_3);
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
    }

    .row + .row {
      margin-block-start: var(--_2);
    }

    .row:hover {
      background: var(--_subtle);
    }

    .row > .app {
      grid-area: app;
      min-inline-size: 0;
    }

    .row > .status {
      grid-area: status;
    }

    .row > .created {
      grid-area: created;
      align-self: center;
      text-align: end;
    }

    .row > .actions {
      grid-area: actions;
    }

    .row > :is(th, td) {
      padding: 0;
      border: 0;
    }

    .row .identity {
      align-items: start;
    }
  }
`
