import { css } from 'lit'

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .back {
    margin-block-end: var(--_4);
    margin-inline-start: calc(var(--_3) * -1);
  }

  /* Back is where reading begins. */
  .back svg:dir(rtl) {
    transform: scaleX(-1);
  }
`
