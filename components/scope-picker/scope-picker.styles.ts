import { css } from 'lit'

export const scopePickerStyles = css`
  .picker {
    /* Without it the element would vanish where a page gives it the width of its content. */
    contain-intrinsic-inline-size: 240px;
    container-type: inline-size;
  }

  .frame {
    inline-size: 100%;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    border-spacing: 0;
    background: var(--_surface);
    list-style: none;
  }

  .frame + .frame {
    margin-block-start: var(--_3);
  }

  .frame > li + li,
  .skeleton + .skeleton,
  tbody th,
  tbody td {
    border-block-start: 1px solid var(--_border);
  }

  th {
    padding: var(--_3) var(--_4);
    font-weight: 500;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  thead th {
    padding-block: var(--_2);
    background: var(--_subtle);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  table {
    table-layout: fixed;
  }

  thead th:first-child {
    inline-size: 22%;
    border-start-start-radius: var(--_radius);
  }

  thead th:last-child {
    border-start-end-radius: var(--_radius);
  }

  td {
    padding: 0;
    vertical-align: top;
  }

  .option {
    display: flex;
    gap: var(--_2);
    padding: var(--_3) var(--_4);
    font-weight: 400;
    cursor: pointer;
  }

  .option + .option {
    padding-block-start: 0;
  }

  .option input {
    margin: 2px;
    /* A form around it may have something sticky; \`<oauth-app-form>\` has. */
    scroll-margin-block: var(--_scroll-margin, 0);
  }

  .locked {
    cursor: default;
  }

  .locked input {
    accent-color: var(--_text-muted);
    opacity: 0.7;
  }

  .option:has(:disabled) {
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .about {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .column {
    display: none;
    font-weight: 500;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_2);
    overflow-wrap: anywhere;
  }

  .text {
    max-inline-size: 72ch;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    overflow-wrap: anywhere;
  }

  .unknown .text {
    color: var(--_warning);
  }

  .lock {
    /* Its icon stays with its words. */
    display: inline-block;
    color: var(--_text);
  }

  .danger {
    color: var(--_danger);
    font-size: var(--_size-small);
    font-weight: 500;
  }

  .lock .glyph,
  .danger .glyph {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-end: 2px;
    vertical-align: -2px;
  }

  .fault {
    margin: 0;
    margin-block-start: var(--_2);
  }

  .empty,
  .failure {
    padding: var(--_4);
    color: var(--_text-muted);
  }

  .failure {
    display: grid;
    gap: var(--_3);
    justify-items: start;
  }

  .failure p {
    display: flex;
    gap: var(--_2);
    margin: 0;
    color: var(--_danger);
  }

  .skeleton {
    display: grid;
    grid-template-columns: 1fr 2fr 2fr;
    gap: var(--_8);
    padding: var(--_4);
  }

  .skeleton i {
    block-size: 32px;
    border-radius: var(--_radius);
    background: var(--_hover);
  }

  @container (inline-size <= 480px) {
    table,
    tbody,
    tr,
    tbody th,
    td {
      display: block;
    }

    thead {
      display: none;
    }

    tr + tr {
      border-block-start: 1px solid var(--_border);
    }

    tbody th,
    tbody td {
      border: 0;
    }

    tbody th {
      padding-block-end: 0;
      font-weight: 600;
    }

    td:empty {
      display: none;
    }

    .option {
      padding-block: var(--_2);
    }

    td:last-child .option:last-child {
      padding-block-end: var(--_3);
    }

    .column {
      display: block;
    }
  }

  @media (forced-colors: active) {
    .locked input {
      opacity: 1;
    }
  }
`
