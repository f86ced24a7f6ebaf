import { css } from 'lit'

/** For `partFailure`, in whatever element shows it. */
export const partFailureStyles = css`
  .part-failure {
    display: grid;
    gap: var(--_3);
    justify-items: start;
    max-inline-size: 640px;
  }
`
