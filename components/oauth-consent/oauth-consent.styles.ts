import { css } from 'lit'
import { accessListStyles } from './access-list.styles.js'
import { consentFactsStyles } from './consent-facts.styles.js'

const consentStyles = css`
  /* Whoever sees it has seconds to judge: larger than pages that people work in. */
  :host {
    max-inline-size: 480px;
    font-size: var(--_size-large);
  }

  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_6);
    padding: var(--_6);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
    overflow-wrap: anywhere;
  }

  h2,
  h3,
  h4,
  p,
  ul {
    margin: 0;
  }

  ul {
    padding: 0;
    list-style: none;
  }

  h3 {
    font-size: inherit;
    font-weight: 600;
  }

  .muted,
  .placeholder {
    color: var(--_text-muted);
  }

  .placeholder {
    font-weight: 400;
    font-style: italic;
  }

  footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
    padding-block-start: var(--_4);
    border-block-start: 1px solid var(--_border);
  }

  .destination strong {
    font-size: 1em;
    font-weight: 600;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
  }

  /* As wide and as high as each other, whatever their words. */
  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_3);
  }

  .answer {
    min-block-size: 44px;
    font-weight: 600;
    white-space: normal;
  }

  .answer[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }

  .problem {
    gap: var(--_3);
    justify-items: start;
  }

  .problem h2 {
    display: flex;
    gap: var(--_2);
    font-weight: 600;
  }

  .problem h2 .glyph {
    margin-block-start: 3px;
    color: var(--_danger);
  }

  .bones {
    display: grid;
    gap: var(--_3);
  }

  .bone.square {
    inline-size: 48px;
    block-size: 48px;
  }

  .bone.title {
    inline-size: 60%;
    block-size: 20px;
  }

  .bone.row {
    block-size: 36px;
  }
`

export const styles = [consentStyles, consentFactsStyles, accessListStyles]
