import { css } from 'lit'

/** `.panel`: a sentence in place of rows, with what to do next. `.more`: what comes after rows, when there are more of them. */
export const panel = css`
  .panel {
    display: grid;
    justify-items: center;
    gap: var(--_2);
    padding: 48px var(--_4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .panel h2 {
    font-size: var(--_size-large);
    font-weight: 600;
  }

  .panel p {
    max-inline-size: 52ch;
    color: var(--_text-muted);
    text-wrap: balance;
  }

  .panel .button {
    margin-block-start: var(--_2);
  }

  .more {
    display: grid;
    justify-items: center;
    gap: var(--_2);
  }
`
