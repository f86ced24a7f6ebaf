import { css } from 'lit'

/** A list of things with a box around them: what is said above it, its rows, and what is said of one of them. */
export const boxedRows = css`
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

  .badge {
    display: inline-block;
    padding: 0 var(--_2);
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_subtle);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 400;
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
`
