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
    min-inline-size: 240px;
  }

  .status,
  .cell,
  .actions,
  thead th {
    white-space: nowrap;
  }

  .cell {
    color: var(--_text-muted);
  }

  .cell.created_by,
  .cell.organization,
  .cell.scopes {
    min-inline-size: 120px;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .cell-label {
    display: none;
  }

  .until {
    display: block;
    max-inline-size: 28ch;
    margin-block-start: var(--_1);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    white-space: normal;
  }

  .restore {
    min-block-size: 28px;
    padding-block: 0;
  }

  .sort-title {
    display: inline-flex;
    align-items: center;
    gap: var(--_1);
    min-block-size: 24px;
    border-radius: var(--_radius);
    font-weight: 500;
  }

  .sort-title:hover,
  .sort-title:is(.ascending, .descending) {
    color: var(--_text);
  }

  .sort-title .glyph {
    opacity: 0;
    transition: rotate var(--_duration);
  }

  .sort-title:is(:hover, :focus-visible, .ascending, .descending) .glyph {
    opacity: 1;
  }

  .sort-title.ascending .glyph {
    rotate: 180deg;
  }

  td.actions {
    padding-inline: 0 var(--_3);
    text-align: end;
  }

  .row:not(.resting) {
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

    thead,
    thead tr {
      display: block;
    }

    /* Of the titles nothing is left but the box for all rows: each line of a card has its own. */
    thead th {
      display: none;
    }

    thead th.select {
      display: block;
      padding: 0 var(--_3) var(--_3);
    }

    .row {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: var(--_2) var(--_3);
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

    .row > :is(th, td) {
      grid-column: 1 / -1;
      padding: 0;
      border: 0;
    }

    .row > .select {
      grid-column: 1;
      grid-row: 1;
      padding-block-start: var(--_1);
    }

    .row > .app {
      grid-column: 2;
      grid-row: 1;
      min-inline-size: 0;
    }

    .row:not(:has(> .select)) > .app {
      grid-column: 1 / 3;
    }

    .row > .actions {
      grid-column: 3;
      grid-row: 1;
    }

    .row > .cell {
      display: flex;
      gap: var(--_3);
    }

    .cell-label {
      display: block;
      flex: 0 0 104px;
      font-size: var(--_size-small);
      line-height: 20px;
    }

    .cell > .value {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .until {
      max-inline-size: none;
    }

    .row .identity {
      align-items: start;
    }
  }
`
