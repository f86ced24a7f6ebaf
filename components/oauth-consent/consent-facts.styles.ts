import { css } from 'lit'

/** Who asks, who is asked, and links. */
export const consentFactsStyles = css`
  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_1) var(--_4);
    align-items: start;
  }

  header > .publisher,
  header > .own-words {
    grid-column: 1 / -1;
  }

  .icon,
  ::slotted([slot='icon']) {
    inline-size: 48px;
    block-size: 48px;
    border-radius: calc(var(--_radius) * 1.5);
  }

  .icon {
    display: grid;
    place-items: center;
    background: var(--_pressed);
    color: var(--_text-muted);
    font-size: var(--_size-title);
    font-weight: 600;
    overflow: hidden;
  }

  .icon img {
    display: block;
  }

  .icon:has(img:not([hidden])) {
    background: none;
  }

  .icon img:not([hidden]) + .letter {
    display: none;
  }

  h2 {
    font-size: var(--_size-large);
    font-weight: 400;
    line-height: 1.35;
  }

  h2 .name {
    display: block;
    font-size: var(--_size-title);
    font-weight: 600;
  }

  .publisher,
  .own-words,
  .user {
    font-size: var(--_size);
  }

  .publisher {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    margin-block-start: var(--_2);
  }

  .publisher strong,
  .user strong {
    color: var(--_text);
    font-weight: 500;
  }

  .own-words {
    margin-block-start: var(--_2);
    padding-inline-start: var(--_3);
    border-inline-start: 2px solid var(--_border);
  }

  .own-words .label {
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 400;
  }

  .user {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
    padding: var(--_2) var(--_3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .user p {
    flex: 1 1 12ch;
    min-inline-size: 0;
  }

  .initial {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--_accent-soft);
    font-weight: 600;
  }

  .not-you,
  .link {
    color: var(--_accent);
  }

  .not-you {
    padding-inline: var(--_1);
  }

  .link {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .link .glyph {
    inline-size: 12px;
    block-size: 12px;
    margin-inline-start: 2px;
    vertical-align: -1px;
  }

  .link .glyph:dir(rtl) {
    transform: scaleX(-1);
  }
`
