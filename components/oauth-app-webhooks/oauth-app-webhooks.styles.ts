import { css } from 'lit'
import { boxedRows } from '../styles/boxed-rows.js'
import { panel } from '../styles/panel.js'
import { webhookStateStyles } from './webhook-states.styles.js'

const listStyles = css`
  .webhook {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--_2);
    padding: var(--_4);
  }

  .webhook > * {
    max-inline-size: 100%;
  }

  .webhook + .webhook {
    border-block-start: 1px solid var(--_border);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--_3) var(--_4);
    inline-size: 100%;
  }

  .names {
    display: grid;
    flex: 1 1 240px;
    gap: var(--_1);
    min-inline-size: 0;
  }

  .names h2 {
    font-size: var(--_size);
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .muted:has(> span) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
  }

  .actions {
    display: flex;
    gap: var(--_1);
  }

  summary {
    inline-size: fit-content;
    border-radius: var(--_radius);
    line-height: 24px;
    cursor: pointer;
  }

  .events {
    display: grid;
    gap: var(--_1);
    padding-block: var(--_1);
    font-size: var(--_size-small);
  }

  .events code {
    color: var(--_text-muted);
  }

  .disclose {
    margin-inline-start: calc(-1 * var(--_3));
    color: var(--_accent);
  }

  .log {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--_3);
    inline-size: 100%;
  }

  .deliveries {
    inline-size: 100%;
    border-block-start: 1px solid var(--_border);
  }

  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2) var(--_4);
    padding-block: var(--_3);
    border-block-end: 1px solid var(--_border);
  }

  .delivery > div {
    display: grid;
    flex: 1 1 260px;
    gap: var(--_1);
    min-inline-size: 0;
  }

  .dialog.form {
    inline-size: min(560px, calc(100vw - 32px));
  }

  .dialog fieldset .all {
    justify-self: start;
  }

  .dialog .choice {
    align-items: flex-start;
  }

  .dialog .choice input {
    margin-block-start: 2px;
  }

  .dialog .choice span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .correction {
    min-block-size: 24px;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  #confirm-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_2);
  }

  [aria-disabled='true'].button {
    opacity: 0.55;
    cursor: not-allowed;
  }

  @container (inline-size <= 480px) {
    .actions,
    .actions .test,
    .add,
    .redeliver {
      flex: 1 1 auto;
    }
  }
`

export const webhooksStyles = [boxedRows, panel, listStyles, webhookStateStyles]
