import { css } from 'lit'

/** The badge of a status and the switch beside it. */
export const statusSwitchStyles = css`
  .state {
    display: inline-flex;
    align-items: center;
    gap: var(--_2);
  }

  .badge {
    padding: 1px var(--_2);
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_subtle);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .badge.active {
    border-color: color-mix(in oklab, var(--_success) 30%, var(--_surface));
    background: var(--_success-soft);
    color: var(--_success);
  }

  .badge.pending {
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .badge.rejected {
    background: var(--_danger-soft);
    color: var(--_danger);
  }

  .switch {
    display: inline-grid;
    align-items: center;
    inline-size: 32px;
    block-size: 24px;
    border-radius: 999px;
  }

  .switch::before {
    content: '';
    grid-area: 1 / 1;
    block-size: 18px;
    border: 1px solid var(--_border-strong);
    border-radius: 999px;
    background: var(--_border-strong);
    transition: background-color var(--_duration);
  }

  /* Drawn as a border, which forced colours keep. */
  .switch::after {
    content: '';
    grid-area: 1 / 1;
    justify-self: start;
    margin-inline-start: 3px;
    border: 6px solid var(--_surface);
    border-radius: 50%;
    transition: margin var(--_duration);
  }

  .switch[aria-checked='true']::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .switch[aria-checked='true']::after {
    margin-inline-start: 17px;
  }

  .switch[aria-busy='true'] {
    opacity: 0.55;
    cursor: progress;
  }
`
