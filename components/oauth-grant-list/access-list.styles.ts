import { css } from 'lit'

/** What an app can do, and the boxes to untick some of it. */
export const accessStyles = css`
  .access {
    display: grid;
    gap: var(--_1);
  }

  .label {
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 500;
  }

  .access ul {
    display: grid;
    gap: var(--_1);
  }

  .access li {
    position: relative;
    padding-inline-start: var(--_4);
    overflow-wrap: anywhere;
  }

  /* Drawn as a border, which forced colours keep. */
  .access li::before {
    content: '';
    position: absolute;
    inset-block-start: 7px;
    inset-inline-start: 3px;
    border: 3px solid var(--_text-muted);
    border-radius: 50%;
  }

  .access .danger {
    margin-inline-start: var(--_1);
    color: var(--_danger);
    font-size: var(--_size-small);
    font-weight: 500;
  }

  :is(.access .danger, .lock) .glyph {
    inline-size: 14px;
    block-size: 14px;
  }

  .access .danger .glyph {
    margin-inline-end: 2px;
    vertical-align: -2px;
  }

  summary {
    inline-size: fit-content;
    border-radius: var(--_radius);
    line-height: 24px;
    cursor: pointer;
  }

  summary:hover {
    color: var(--_text);
  }

  .facts,
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_6);
    font-size: var(--_size-small);
  }

  .links {
    gap: var(--_1) var(--_4);
  }

  .facts div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_2);
  }

  a {
    display: inline-block;
    border-radius: var(--_radius);
    color: var(--_accent);
    line-height: 24px;
    text-underline-offset: 2px;
  }

  .facts div {
    line-height: 24px;
  }

  #confirm-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
  }

  .boxes {
    display: grid;
    gap: var(--_2);
  }

  .boxes .choice {
    align-items: flex-start;
  }

  .boxes .choice > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .scope-box {
    margin-block: 2px;
  }

  .scope-box[aria-disabled='true'] {
    accent-color: var(--_text-muted);
    opacity: 0.7;
  }

  .lock {
    display: flex;
    align-items: center;
    gap: var(--_1);
  }
`
