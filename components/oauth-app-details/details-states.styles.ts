import { css } from 'lit'

/** What stands in for the app, or above it, and what tells of what was done. */
export const stateStyles = css`
  .notice {
    display: flex;
    align-items: flex-start;
    gap: var(--_2);
    padding: var(--_3) var(--_4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_subtle);
    overflow-wrap: anywhere;
  }

  .notice > div {
    display: grid;
    flex: 1;
    justify-items: start;
    gap: var(--_2);
    min-inline-size: 0;
  }

  .notice > .glyph {
    margin-block-start: 2px;
  }

  .notice h2 {
    font-size: var(--_size-large);
  }

  .notice.warning,
  .notice.rests {
    border-color: color-mix(in oklab, var(--_warning) 45%, var(--_surface));
    background: var(--_warning-soft);
  }

  .notice:is(.warning, .rests) > .glyph {
    color: var(--_warning);
  }

  .toast {
    position: sticky;
    inset-block-end: var(--_4);
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-block-start: var(--_6);
    margin-inline: auto;
    padding-block: var(--_2);
    padding-inline: var(--_4) var(--_2);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  /* Not taken away: its regions have to be there before they speak. */
  .toast.away {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .toast.away .icon-button {
    display: none;
  }

  .toast p {
    display: flex;
    gap: var(--_2);
    min-inline-size: 0;
  }

  .toast p:empty {
    position: absolute;
  }

  .toast .glyph {
    margin-block-start: 2px;
  }

  .toast p .glyph {
    color: var(--_success);
  }

  .toast.failed p .glyph {
    color: var(--_danger);
  }

  .toast-text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .skeleton {
    display: grid;
    gap: var(--_8);
  }

  .bone.icon {
    block-size: 32px;
  }

  .bone.title {
    inline-size: 176px;
    block-size: 16px;
    margin-block: 5px;
  }

  .bone.id {
    inline-size: 208px;
    max-inline-size: 100%;
    margin-block: 8px;
  }

  .bone.part-oauth-app-review {
    block-size: 96px;
  }

  .bone.part-oauth-app-try-it {
    block-size: 480px;
  }

  .bones {
    display: grid;
    gap: var(--_4);
    max-inline-size: 720px;
  }

  .bone.heading {
    inline-size: 120px;
    block-size: 16px;
  }

  .bone.line:nth-child(odd) {
    inline-size: 80%;
  }
`
