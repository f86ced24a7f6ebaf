import { css } from 'lit'

/**
 * Labels, inputs, boxes, help and fault lines. A field is `.field > label, .help, control, .faults`; a box or radio
 * button with its words is `label.choice`.
 */
export const fields = css`
  .field {
    display: grid;
    gap: var(--_1);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  label,
  .label {
    font-weight: 500;
  }

  .optional {
    color: var(--_text-muted);
    font-weight: 400;
  }

  .help {
    max-inline-size: 72ch;
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .input {
    inline-size: 100%;
    min-block-size: 36px;
    padding-inline: var(--_3);
    padding-block: var(--_2);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .input:focus-visible {
    outline-offset: 0;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .input:disabled,
  .input[readonly] {
    background: var(--_subtle);
    color: var(--_text-muted);
  }

  .choice {
    display: flex;
    align-items: center;
    gap: var(--_2);
    min-block-size: 24px;
    font-weight: 400;
    cursor: pointer;
  }

  [type='checkbox'],
  [type='radio'] {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .faults {
    display: grid;
    gap: var(--_1);
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_danger);
    font-size: var(--_size-small);
  }

  .fault {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: var(--_1) var(--_2);
  }

  .fault .glyph {
    margin-block-start: 1px;
  }

  .fault-text {
    flex: 1 1 16ch;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .mono {
    font-family: var(--_font-mono);
    font-size: 0.93em;
    overflow-wrap: anywhere;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
