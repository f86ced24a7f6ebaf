import { css } from 'lit'

export const toolbarStyles = css`
  .container {
    container-type: inline-size;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2);
  }

  .toolbar .input,
  .toolbar .button {
    min-block-size: 32px;
    padding-block: var(--_1);
  }

  .search,
  .dropdown {
    position: relative;
    display: flex;
    align-items: center;
  }

  .search {
    flex: 1 1 240px;
    max-inline-size: 360px;
  }

  .search > .glyph,
  .dropdown > .glyph {
    position: absolute;
    inset-inline-start: 10px;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search .input {
    padding-inline: 34px;
    text-overflow: ellipsis;
    appearance: none;
  }

  .search ::-webkit-search-cancel-button {
    display: none;
  }

  .clear-search {
    position: absolute;
    inset-inline-end: 2px;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_2);
    margin-block-start: var(--_3);
  }

  .filters .input {
    min-block-size: 28px;
    padding-block: 0;
    border-color: var(--_border);
  }

  .filters-button {
    display: none;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1);
  }

  .chips + .chips {
    padding-inline-start: var(--_2);
    border-inline-start: 1px solid var(--_border);
  }

  .chip {
    min-block-size: 28px;
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: 999px;
    color: var(--_text-muted);
    font-weight: 500;
  }

  .chip:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .chip[aria-pressed='true'] {
    border-color: var(--_border);
    background: var(--_pressed);
    color: var(--_text);
  }

  .dropdown > .input {
    padding-inline: var(--_3) 32px;
    appearance: none;
    cursor: pointer;
  }

  .dropdown > .glyph {
    inset-inline: auto 10px;
  }

  .columns > .button {
    border-color: var(--_border-strong);
    font-weight: 400;
  }

  .toolbar .register {
    margin-inline-start: auto;
  }

  @container (inline-size < 640px) {
    .search {
      flex-basis: 100%;
      max-inline-size: none;
    }

    .sort {
      flex: 1 1 160px;
    }

    .filters-button {
      display: inline-flex;
      margin-block-start: var(--_2);
      font-weight: 400;
    }

    .filters-button[aria-expanded='false'] + .filters {
      display: none;
    }

    .filters-button[aria-expanded='true'] .glyph {
      rotate: 180deg;
    }

    .filters {
      gap: var(--_3);
    }

    .chips,
    .chips + .chips {
      flex-basis: 100%;
      padding: 0;
      border: 0;
    }

    .chips::before {
      content: attr(aria-label) / '';
      flex-basis: 100%;
      color: var(--_text-muted);
      font-size: var(--_size-small);
    }

    .chip {
      border-color: var(--_border);
    }

    .toolbar .register {
      flex-basis: 100%;
      min-block-size: 36px;
    }
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`
