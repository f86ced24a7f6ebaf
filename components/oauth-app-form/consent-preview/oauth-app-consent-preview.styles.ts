import { css } from 'lit'

export const styles = css`
  aside,
  #content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
  }

  aside {
    justify-items: start;
  }

  #content {
    inline-size: 100%;
  }

  #content[hidden] {
    display: none;
  }

  h3 {
    margin: 0;
    font-size: var(--_size-large);
    font-weight: 600;
  }

  .help {
    margin-block-start: calc(var(--_2) * -1);
  }

  .bone {
    block-size: 320px;
  }

  /* Beside the form; the width is the one that the form changes at. */
  @container (inline-size >= 880px) {
    .disclosure {
      display: none;
    }

    #content[hidden] {
      display: grid;
    }
  }
`
