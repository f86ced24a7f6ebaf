import { css } from 'lit'

/** For `formSkeleton`, in whatever element shows it. */
export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: var(--_8);
    max-inline-size: 640px;
    min-inline-size: 0;
  }

  .bones {
    display: grid;
    gap: 6px;
  }

  .bones i {
    border-radius: var(--_radius);
    background: var(--_subtle);
  }

  .bones i:first-child {
    inline-size: 30%;
    block-size: 20px;
  }

  .bones i:nth-child(2) {
    block-size: 36px;
    border: 1px solid var(--_border);
  }

  .bones i:last-child {
    inline-size: 60%;
    block-size: 18px;
  }
`
