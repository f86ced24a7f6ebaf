import { css } from 'lit'

/** `.bone`: stands in for what is on its way, in the size of it. */
export const skeleton = css`
  .bone {
    display: block;
    block-size: 12px;
    border-radius: var(--_radius);
    background: var(--_pressed);
  }

  @media (prefers-reduced-motion: no-preference) {
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
