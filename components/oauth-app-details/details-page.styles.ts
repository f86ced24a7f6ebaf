import { css } from 'lit'

/** The page: its head, the ways to its sections, and the sections, in one column or in two. */
export const pageStyles = css`
  .container {
    container-type: inline-size;
    min-inline-size: 0;
  }

  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  :is(h2, h3):focus {
    outline: none;
  }

  :is(h2, h3):focus-visible {
    outline: 2px solid var(--_focus-ring);
  }

  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    /* As wide as the two columns are together. */
    max-inline-size: calc(168px + var(--_8) + 720px);
    gap: var(--_6);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_4);
  }

  .identity {
    display: flex;
    flex: 1 1 240px;
    align-items: center;
    gap: var(--_3);
    min-inline-size: 0;
  }

  .names {
    display: grid;
    min-inline-size: 0;
  }

  .id {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_1);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .copy-failed {
    flex-basis: 100%;
    color: var(--_danger);
  }

  .head-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_3);
  }

  .links ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1);
  }

  .link {
    min-block-size: 32px;
    padding: var(--_1) var(--_2);
    border-radius: var(--_radius);
    color: var(--_text-muted);
  }

  .link:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .columns,
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_8);
  }

  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
    scroll-margin-block-start: var(--_4);
  }

  .section > header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--_2) var(--_4);
    padding-block-end: var(--_3);
    border-block-end: 1px solid var(--_border);
  }

  .section-title {
    display: grid;
    flex: 1 1 200px;
    gap: var(--_1);
    min-inline-size: 0;
  }

  .section-title h3 {
    scroll-margin-block-start: var(--_6);
  }

  .section-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2);
  }

  .quiet {
    color: var(--_text-muted);
  }

  .rows {
    display: grid;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
  }

  .rows > li {
    padding: var(--_3) var(--_4);
  }

  .rows > li + li {
    border-block-start: 1px solid var(--_border);
  }

  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }

  @container (inline-size >= 860px) {
    .columns {
      grid-template-columns: 168px minmax(0, 720px);
      gap: var(--_8);
    }

    .links ul {
      position: sticky;
      inset-block-start: var(--_4);
      display: grid;
      gap: 2px;
    }

    .link {
      inline-size: 100%;
    }
  }
`
