import { css } from 'lit'

export const styles = css`
  .well {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_3) var(--_4);
    padding: var(--_3);
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }

  .well[data-dragging] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2);
  }

  .empty {
    inline-size: 32px;
    block-size: 32px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }

  .preview {
    display: inline-flex;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .ground {
    display: flex;
    align-items: center;
    gap: var(--_2);
    padding: var(--_2);
    forced-color-adjust: none;
  }

  .light {
    background: #fff;
  }

  .dark {
    background: #15181c;
  }

  .size-32 {
    inline-size: 32px;
    block-size: 32px;
  }

  .size-64 {
    inline-size: 64px;
    block-size: 64px;
  }

  .fitting {
    display: grid;
    gap: var(--_3);
    min-inline-size: 0;
    margin: 0;
    padding: var(--_4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }

  .fitting legend {
    float: inline-start;
    padding: 0;
  }

  .fits {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_4);
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
  }

  .choice .preview {
    grid-column: 1 / -1;
    justify-self: start;
  }
`
