import { css } from 'lit'

/** What stands in for the rows, or comes after them. */
export const stateStyles = css`
  .bone.icon {
    inline-size: 32px;
    block-size: 32px;
  }

  .bone.name {
    inline-size: 160px;
    max-inline-size: 100%;
  }

  .bone.line {
    inline-size: 70%;
  }

  .bone.line + .bone.line {
    inline-size: 45%;
  }

  [aria-disabled='true'].button {
    opacity: 0.55;
    cursor: not-allowed;
  }

  @container (inline-size <= 480px) {
    .actions,
    .actions .button,
    .revoke-all {
      flex: 1 1 auto;
    }
  }
`
