import { css } from 'lit'

/** What stands in for the rows, or comes after them. */
export const stateStyles = css`
  .panel {
    display: grid;
    justify-items: center;
    gap: var(--_2);
    padding: 48px var(--_4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .panel h2 {
    font-size: var(--_size-large);
    font-weight: 600;
  }

  .panel p {
    max-inline-size: 52ch;
    color: var(--_text-muted);
    text-wrap: balance;
  }

  .panel .button {
    margin-block-start: var(--_2);
  }

  .more {
    display: grid;
    justify-items: center;
    gap: var(--_2);
  }

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
