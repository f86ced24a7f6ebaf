import { css } from 'lit'

export const credentialsStyles = css`
  .block,
  .dialog .block {
    display: grid;
    gap: var(--_4);
    padding: var(--_6);
  }

  section.block {
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
  }

  .dialog.wide {
    inline-size: min(560px, calc(100vw - 32px));
  }

  h2 {
    margin: 0;
    font-size: var(--_size-large);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .note {
    display: flex;
    gap: var(--_2);
    max-inline-size: 72ch;
    margin: 0;
    padding: var(--_3);
    border: 1px solid color-mix(in oklab, var(--_warning) 45%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }

  .note .glyph {
    margin-block-start: 2px;
    color: var(--_warning);
  }

  .note.quiet {
    border-color: var(--_border);
    background: var(--_subtle);
  }

  .note.quiet .glyph {
    color: var(--_text-muted);
  }

  dl {
    display: grid;
    gap: var(--_1);
    margin: 0;
  }

  dt {
    font-weight: 500;
  }

  dd + dt {
    margin-block-start: var(--_3);
  }

  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_2);
    margin: 0;
    padding: var(--_1);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  dd code {
    flex: 1 1 20ch;
    min-inline-size: 0;
    /* The same on both sides, since its direction is not always that of the page. */
    padding: var(--_1) var(--_2);
    text-align: match-parent;
    user-select: all;
  }

  .copy {
    border-color: transparent;
    background-color: transparent;
    /* The word on it changes, its width does not. */
    min-inline-size: 9ch;
  }

  .copy-failed {
    flex-basis: 100%;
    color: var(--_danger);
    font-size: var(--_size-small);
  }

  .download {
    justify-self: start;
  }

  .block .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_3);
    padding-block-start: var(--_4);
    border-block-start: 1px solid var(--_border);
  }

  .choice {
    flex: auto;
  }
`
