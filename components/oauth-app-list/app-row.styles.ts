import { css } from 'lit'

/** What is in a row beside the icon and the status: name and ID. */
export const rowStyles = css`
  .identity {
    display: flex;
    align-items: center;
    gap: var(--_3);
  }

  .names {
    display: grid;
    justify-items: start;
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .row:not(.resting):hover .name {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .id {
    display: flex;
    align-items: center;
    gap: 0 var(--_1);
    min-block-size: 24px;
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .id .mono {
    cursor: text;
  }

  .id .copy {
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: var(--_1);
    opacity: 0;
  }

  .row:hover .copy,
  .row:focus-within .copy {
    opacity: 1;
  }

  .id:has(.copy-failed) {
    flex-wrap: wrap;
  }

  .copy-failed {
    flex-basis: 100%;
    color: var(--_danger);
    white-space: normal;
  }

  @media (hover: none) {
    .id .copy {
      opacity: 1;
    }
  }
`
