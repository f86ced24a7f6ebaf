import { css } from 'lit'

/** What is read and not changed. */
export const readableValueStyles = css`
  .value {
    display: grid;
    gap: var(--_1);
    margin: 0;
    padding: 0;
    list-style: none;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .codes > li {
    text-align: start;
  }

  .logo {
    object-fit: contain;
  }
`
