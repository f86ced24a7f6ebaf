import { css } from 'lit'

/** What is said of an endpoint, its new secret, and what stands in for the rows. */
export const webhookStateStyles = css`
  .badge {
    display: inline-block;
    padding: 0 var(--_2);
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_subtle);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 400;
  }

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

  .state {
    display: flex;
    gap: var(--_2);
    padding: var(--_2) var(--_3);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
    font-size: var(--_size-small);
  }

  .state .glyph {
    margin-block-start: 1px;
    color: var(--_warning);
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

  .bone.name {
    inline-size: 60%;
    max-inline-size: 320px;
  }

  .bone.line {
    inline-size: 40%;
  }
`
