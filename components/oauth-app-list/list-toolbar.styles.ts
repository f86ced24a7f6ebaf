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

  .search {
    position: relative;
    display: flex;
    flex: 1 1 240px;
    align-items: center;
    max-inline-size: 360px;
  }

  .search > .glyph {
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

  .search .input::-webkit-search-cancel-button {
    display: none;
  }

  .clear {
    position: absolute;
    inset-inline-end: 2px;
  }

  .chips {
    display: flex;
    gap: var(--_1);
  }

  .chip {
    min-block-size: 28px;
    padding: 0 var(--_3);
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
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

  .sort {
    position: relative;
    display: inline-flex;
    align-items: center;
  }

  .sort .input {
    padding-inline: var(--_3) 32px;
    appearance: none;
    cursor: pointer;
  }

  .sort .glyph {
    position: absolute;
    inset-inline-end: 10px;
    color: var(--_text-muted);
    pointer-events: none;
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

    .sort .input {
      inline-size: 100%;
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
