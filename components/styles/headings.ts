import { css } from 'lit'

/** The headings of a page that has sections: its title, theirs, and those within them. */
export const headings = css`
  h2,
  h3,
  h4 {
    margin: 0;
    font-weight: 600;
  }

  h2 {
    font-size: var(--_size-title);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  h3 {
    font-size: var(--_size-large);
  }

  h4 {
    font-size: var(--_size);
  }
`
