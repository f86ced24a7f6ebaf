import { css } from 'lit'

export const accessListStyles = css`
  .access,
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
  }

  .group {
    gap: var(--_2);
  }

  h4 {
    display: flex;
    gap: var(--_2);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 600;
  }

  .group.dangerous {
    padding: var(--_3);
    border: 1px solid color-mix(in oklab, var(--_danger) 45%, var(--_surface));
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    background: var(--_danger-soft);
  }

  .dangerous h4 {
    color: var(--_danger);
    font-size: inherit;
  }

  .dangerous > .muted {
    font-size: var(--_size);
  }

  h4 .glyph {
    margin-block-start: 3px;
  }

  .group > ul,
  .remembered > ul,
  .nested {
    display: grid;
    gap: var(--_2);
  }

  .scope {
    display: flex;
    align-items: flex-start;
    gap: var(--_2);
    min-inline-size: 0;
  }

  .scope > :last-child {
    min-inline-size: 0;
  }

  .choice [type='checkbox'] {
    margin-block-start: 4px;
  }

  [aria-disabled='true'] {
    opacity: 0.7;
  }

  .choice:has([aria-disabled='true']) {
    cursor: default;
  }

  .bullet {
    flex: none;
    inline-size: 0;
    block-size: 0;
    margin-block-start: 9px;
    margin-inline: 5px;
    border: 3px solid;
    border-radius: 50%;
  }

  li > div.muted,
  li > details.muted,
  .nested {
    margin-block-start: var(--_1);
    margin-inline-start: calc(16px + var(--_2));
    font-size: var(--_size-small);
  }

  .nested {
    margin-block-start: var(--_2);
    font-size: inherit;
  }

  .included {
    padding-inline-start: var(--_4);
    list-style: disc;
  }

  .lock {
    display: inline-flex;
    align-items: center;
    gap: var(--_1);
    margin-inline-start: var(--_2);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .lock .glyph {
    inline-size: 12px;
    block-size: 12px;
  }

  summary {
    inline-size: fit-content;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .remembered {
    color: var(--_text-muted);
  }

  .remembered > ul {
    margin-block-start: var(--_2);
  }
`
