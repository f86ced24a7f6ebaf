import { css } from 'lit'

export const styles = css`
  .rows {
    display: grid;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: var(--_2);
    padding-block: var(--_1);
    padding-inline: var(--_3) var(--_1);
  }

  .row + .row {
    border-block-start: 1px solid var(--_border);
  }

  .row > .mono {
    justify-self: start;
  }

  .row > .faults {
    grid-column: 1 / -1;
  }

  .entry {
    display: flex;
    gap: var(--_2);
  }

  .entry .input {
    flex: 1;
    min-inline-size: 0;
  }
`
