import { css } from 'lit'

/** What stands in a question beside its sentences: choices, whom it reaches, a name to type, a member to find. */
export const appQuestionStyles = css`
  #confirm-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
  }

  .choices {
    display: grid;
    gap: var(--_2);
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choices legend {
    margin-block-end: var(--_2);
    padding: 0;
  }

  .impact {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2);
    min-block-size: 46px;
    padding-block: var(--_2);
    padding-inline: var(--_3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }

  .impact p {
    flex: 1 1 16ch;
    min-inline-size: 0;
  }

  .impact .glyph {
    color: var(--_text-muted);
  }

  .impact .bone {
    inline-size: min(28ch, 100%);
  }

  .typed-name {
    color: var(--_text);
    font-weight: 600;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    user-select: all;
  }

  .owners {
    display: grid;
    max-block-size: 204px;
    margin: 0;
    padding: var(--_1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
    overflow: auto;
  }

  .owners[hidden] {
    display: none;
  }

  .owners li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_2);
    min-block-size: 32px;
    padding-block: var(--_1);
    padding-inline: var(--_2);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .owners .glyph {
    margin-inline-start: auto;
    color: var(--_accent);
  }

  .owners li:hover {
    background: var(--_hover);
  }

  .owners li.active {
    outline: 2px solid var(--_focus-ring);
    outline-offset: -2px;
  }

  .owner-name {
    overflow-wrap: anywhere;
  }
`
