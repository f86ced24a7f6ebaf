import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
  }

  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }

  ul {
    list-style: none;
  }

  .verdict {
    display: flex;
    align-items: flex-start;
    gap: var(--_2);
    padding: var(--_3) var(--_4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_subtle);
    overflow-wrap: anywhere;
  }

  .verdict > div {
    display: grid;
    gap: var(--_1);
    min-inline-size: 0;
  }

  .verdict > .glyph {
    flex: none;
    margin-block-start: 2px;
    color: var(--_text-muted);
  }

  .verdict.pending {
    border-color: color-mix(in oklab, var(--_warning) 45%, var(--_surface));
    background: var(--_warning-soft);
  }

  .verdict.rejected {
    border-color: color-mix(in oklab, var(--_danger) 45%, var(--_surface));
    background: var(--_danger-soft);
  }

  .verdict.pending > .glyph {
    color: var(--_warning);
  }

  .verdict.rejected > .glyph {
    color: var(--_danger);
  }

  .verdict .label {
    margin-block-start: var(--_2);
  }

  .reason {
    white-space: pre-line;
  }

  .changes {
    display: grid;
    gap: var(--_4);
  }

  .change {
    display: grid;
    gap: var(--_2);
  }

  .change dt {
    font-weight: 600;
  }

  .change dd {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: var(--_2);
  }

  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_1);
    min-inline-size: 0;
    padding: var(--_2) var(--_3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  .side.proposed {
    border-inline-start: 3px solid var(--_accent);
  }

  .mono {
    font-family: var(--_font-mono);
    font-size: var(--_size-small);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }

  textarea.input {
    inline-size: 100%;
    resize: vertical;
  }
`
