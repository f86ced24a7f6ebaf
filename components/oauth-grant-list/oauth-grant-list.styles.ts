import { css } from 'lit'
import { appIconStyles } from '../internal/app-actions/app-icon.styles.js'
import { accessStyles } from './access-list.styles.js'
import { stateStyles } from './grant-states.styles.js'

const listStyles = css`
  .container {
    container-type: inline-size;
    min-inline-size: 0;
  }

  h2,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  ul {
    list-style: none;
  }

  .results {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
    max-inline-size: 800px;
  }

  :is(.results, h2):focus {
    outline: none;
  }

  h2:focus-visible {
    border-radius: var(--_radius);
    outline: 2px solid var(--_focus-ring);
  }

  .muted,
  .notice,
  dt,
  summary {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2) var(--_4);
  }

  header p {
    flex: 1 1 260px;
    max-inline-size: 72ch;
  }

  .notice {
    min-block-size: 20px;
  }

  /* Not taken away: it has to be there before it speaks. */
  .notice:empty {
    position: absolute;
  }

  .rows {
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface);
  }

  .grant {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
    padding: var(--_4);
  }

  .grant + .grant {
    border-block-start: 1px solid var(--_border);
  }

  .head,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--_3) var(--_4);
  }

  .identity {
    display: flex;
    flex: 1 1 220px;
    align-items: center;
    gap: var(--_3);
    min-inline-size: 0;
  }

  .names {
    display: grid;
    min-inline-size: 0;
  }

  .names h2 {
    font-size: var(--_size);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .badge {
    display: inline-block;
    margin-inline-start: var(--_1);
    padding: 0 var(--_2);
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_subtle);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 400;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }

  .state {
    display: flex;
    gap: var(--_2);
    padding: var(--_2) var(--_3);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
    font-size: var(--_size-small);
  }

  .state .glyph {
    margin-block-start: 1px;
    color: var(--_warning);
  }

  .grant:is(.suspended, .deleted) .icon {
    filter: grayscale(1);
  }
`

export const grantListStyles = [appIconStyles, listStyles, accessStyles, stateStyles]
