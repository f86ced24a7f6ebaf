import { css } from 'lit'
import { readableValueStyles } from '../internal/readable-value.styles.js'
import { headings } from '../styles/headings.js'
import { formDialogStyles } from './form-dialog.styles.js'
import { formPreviewStyles } from './form-preview.styles.js'
import { skeletonStyles } from './form-skeleton.styles.js'

const formStyles = css`
  form,
  .fields {
    display: grid;
    gap: var(--_8);
    max-inline-size: 640px;
    min-inline-size: 0;
  }

  p {
    margin: 0;
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_6);
  }

  section > header {
    display: grid;
    gap: var(--_1);
    padding-block-end: var(--_3);
    border-block-end: 1px solid var(--_border);
  }

  textarea.input {
    min-block-size: 80px;
    resize: vertical;
  }

  .counter {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_6);
  }

  .indented {
    margin-inline-start: calc(16px + var(--_2));
  }

  .consequence,
  .locked,
  .notice,
  .stale h3 {
    display: flex;
    align-items: flex-start;
    gap: var(--_2);
  }

  .consequence,
  .notice {
    padding: var(--_3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }

  .consequence {
    border-color: color-mix(in oklab, var(--_warning) 45%, var(--_surface));
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .consequence .glyph,
  .notice .glyph,
  .locked .glyph,
  .stale h3 .glyph {
    margin-block-start: 2px;
  }

  .notice > div {
    display: grid;
    gap: var(--_2);
    justify-items: start;
  }

  .stale {
    gap: var(--_4);
    padding: var(--_4);
    border: 1px solid color-mix(in oklab, var(--_warning) 45%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }

  .stale > header {
    padding: 0;
    border: 0;
  }

  .stale h3 {
    color: var(--_warning);
  }

  .stale dl {
    display: grid;
    gap: var(--_3);
    margin: 0;
  }

  .stale dt {
    font-weight: 500;
  }

  .stale dd {
    margin: 0;
  }

  .footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_2) var(--_4);
    padding-block: var(--_3);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .footer .faults {
    flex: 1 1 240px;
    min-inline-size: 0;
  }

  /* The fields say it themselves; a footer must not cover them. */
  @media (max-width: 480px) {
    .names {
      display: none;
    }
  }

  .footer .review {
    flex: 1 1 100%;
    max-inline-size: none;
  }

  .footer .actions {
    flex-wrap: wrap;
    justify-content: flex-end;
    display: flex;
    gap: var(--_2);
  }

  .primary[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
`

export const styles = [headings, readableValueStyles, skeletonStyles, formStyles, formPreviewStyles, formDialogStyles]
