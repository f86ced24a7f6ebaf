import { css } from 'lit'

/**
 * The public tokens, each with its default, and the shades that derive from them. A host sets `--oauth-app-*` on any
 * ancestor; elements read only the private `--_*` names, so that a default is written once.
 */
export const tokens = css`
  :host {
    --_accent: var(--oauth-app-accent, light-dark(#2b5fd9, #8fb1ff));
    --_on-accent: var(--oauth-app-on-accent, light-dark(#fff, #0d1526));
    --_text: var(--oauth-app-text, light-dark(#1c2024, #edeef0));
    --_text-muted: var(--oauth-app-text-muted, light-dark(#5b6470, #a5adb8));
    --_surface: var(--oauth-app-surface, light-dark(#fff, #15181c));
    --_surface-raised: var(--oauth-app-surface-raised, light-dark(#fff, #1c2025));
    --_border: var(--oauth-app-border, light-dark(#d9dde3, #333a43));
    --_danger: var(--oauth-app-danger, light-dark(#c62a2f, #ff9592));
    --_warning: var(--oauth-app-warning, light-dark(#8f5a00, #f5c26b));
    --_success: var(--oauth-app-success, light-dark(#1d7a46, #6fd399));
    --_radius: var(--oauth-app-radius, 6px);
    --_space: var(--oauth-app-space, 4px);
    --_font: var(--oauth-app-font, inherit);
    --_font-mono: var(--oauth-app-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    --_focus-ring: var(--oauth-app-focus-ring, var(--_accent));
    --_shadow: var(--oauth-app-shadow, 0 1px 2px rgb(0 0 0 / 8%), 0 8px 24px rgb(0 0 0 / 12%));

    /* Edges of what can be typed into or pressed: 3:1 against the surface (WCAG 2.2, 1.4.11). */
    --_border-strong: color-mix(in oklab, var(--_text-muted) 82%, var(--_surface));
    --_hover: color-mix(in oklab, var(--_text) 5%, transparent);
    --_pressed: color-mix(in oklab, var(--_text) 9%, transparent);
    --_subtle: color-mix(in oklab, var(--_text) 3%, var(--_surface));
    --_accent-soft: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    --_danger-soft: color-mix(in oklab, var(--_danger) 9%, var(--_surface));
    --_warning-soft: color-mix(in oklab, var(--_warning) 10%, var(--_surface));
    --_success-soft: color-mix(in oklab, var(--_success) 10%, var(--_surface));

    --_1: var(--_space);
    --_2: calc(var(--_space) * 2);
    --_3: calc(var(--_space) * 3);
    --_4: calc(var(--_space) * 4);
    --_6: calc(var(--_space) * 6);
    --_8: calc(var(--_space) * 8);

    --_size-small: 0.8125rem;
    --_size: 0.875rem;
    --_size-large: 1rem;
    --_size-title: 1.25rem;
    --_duration: 0ms;

    display: block;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_size);
    line-height: 1.45;
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    :host {
      --_duration: 140ms;
    }
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 2px;
  }
`
