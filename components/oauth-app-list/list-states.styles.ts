import { css } from 'lit'

/** The line of what is shown or was done, and what stands in for the rows. */
export const stateStyles = css`
  .summary {
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
  .failed {
    margin: 0;
  }

  .failed {
    display: flex;
    gap: var(--_2);
    color: var(--_danger);
    font-size: var(--_size-small);
    overflow-wrap: anywhere;
  }

  .failed .glyph {
    margin-block-start: 1px;
  }

  .results:focus {
    outline: none;
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
    margin-block: var(--_2);
  }

  .more {
    display: grid;
    justify-items: center;
    gap: var(--_2);
    margin-block-start: var(--_4);
  }

  .choices {
    display: grid;
    gap: var(--_2);
    margin: 0;
    margin-block-start: var(--_4);
    padding: 0;
    border: 0;
  }

  .choices legend {
    margin-block-end: var(--_2);
    padding: 0;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: var(--_2);
    min-block-size: 24px;
    font-weight: 400;
    cursor: pointer;
  }

  .choice input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .skeleton .icon,
  .bone {
    background: var(--_pressed);
  }

  .bone {
    display: block;
    inline-size: 88px;
    block-size: 12px;
    border-radius: var(--_radius);
  }

  .bone.name {
    inline-size: 144px;
    margin-block: 5px;
  }

  .status .bone {
    inline-size: 112px;
  }

  .bone.id {
    inline-size: 208px;
    min-block-size: 0;
    max-inline-size: 100%;
    margin-block: 6px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton .icon,
    .bone {
      animation: pulse 1.6s ease-in-out infinite;
    }
  }

  @keyframes pulse {
    50% {
      opacity: 0.5;
    }
  }
`
