import { css } from 'lit'

/** What is said of an endpoint, its new secret, and what stands in for the rows. */
export const webhookStateStyles = css`
  .badge.success {
    background: var(--_success-soft);
    color: var(--_success);
  }

  .badge.warning {
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .badge.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }

  .secret {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
    padding: var(--_4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
  }

  .secret h2 {
    font-size: var(--_size-large);
    font-weight: 600;
  }

  .secret .value {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_2);
    padding: var(--_1);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .secret .value code {
    flex: 1 1 20ch;
    min-inline-size: 0;
    padding: var(--_1) var(--_2);
    text-align: match-parent;
    user-select: all;
  }

  .copy-failed {
    flex-basis: 100%;
    color: var(--_danger);
    font-size: var(--_size-small);
  }

  .secret .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_3);
  }

  .bone.name {
    inline-size: 60%;
    max-inline-size: 320px;
  }

  .bone.line {
    inline-size: 40%;
  }
`
