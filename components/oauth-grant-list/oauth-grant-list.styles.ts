import { css } from 'lit'
import { appIconStyles } from '../internal/app-actions/app-icon.styles.js'
import { boxedRows } from '../styles/boxed-rows.js'
import { panel } from '../styles/panel.js'
import { accessStyles } from './access-list.styles.js'
import { stateStyles } from './grant-states.styles.js'

const listStyles = css`
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
    margin-inline-start: var(--_1);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }

  .grant:is(.suspended, .deleted) .icon {
    filter: grayscale(1);
  }
`

export const grantListStyles = [boxedRows, panel, appIconStyles, listStyles, accessStyles, stateStyles]
