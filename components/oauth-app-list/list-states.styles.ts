import { css } from 'lit'

/** The line of what is shown or was done, and what stands in for the rows. */
export const stateStyles = css`
  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    min-block-size: 20px;
    margin-block: var(--_3) var(--_2);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .summary.empty {
    min-block-size: 0;
    margin-block-start: 0;
  }

  .summary p,
  .panel h2,
  .panel p,
  .more p {
    margin: 0;
  }

  .results:focus {
    outline: none;
  }

  .panel .button {
    margin-block-end: var(--_2);
  }

  .more {
    margin-block-start: var(--_4);
  }

  .bone.icon {
    block-size: 32px;
  }

  .status .bone {
    inline-size: 112px;
  }

  .cell .bone {
    inline-size: 88px;
  }

  .bone.name {
    inline-size: 144px;
    margin-block: 5px;
  }

  .bone.id {
    inline-size: 208px;
    min-block-size: 0;
    max-inline-size: 100%;
    margin-block: 6px;
  }
`
