import { css } from 'lit'

/** What the fields add to the shared sheet: corrections, and room for the sticky footer below what has the focus. */
export const fieldParts = css`
  :host {
    --_scroll-margin: var(--_8) 120px;
  }

  .field {
    gap: 6px;
  }

  .field > legend {
    margin-block-end: 6px;
    padding: 0;
  }

  .input,
  .button,
  .icon-button,
  [type='radio'],
  [type='checkbox'] {
    scroll-margin-block: var(--_scroll-margin);
  }

  .correction {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .fault {
    margin: 0;
  }

  /* On a line of its own, below the sentence. */
  .fault > .correction {
    flex-basis: 100%;
    margin-inline-start: calc(16px + var(--_2));
  }

  /* Empty, it is still there to be announced from, and takes no room. */
  .faults:not(:has(.fault)) {
    margin-block-start: -6px;
  }
`
