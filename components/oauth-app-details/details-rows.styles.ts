import { css } from 'lit'

/** What stands in rows, in whichever section: facts with their labels, secrets, scopes and what is dangerous. */
export const rowStyles = css`
  .facts {
    display: grid;
    gap: var(--_3);
  }

  .fact {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .fact dt {
    color: var(--_text-muted);
  }

  .fact dd {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .codes > li {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  /* On the side where the line begins, whichever way it is written itself: not every browser has match-parent. */
  .fact .value,
  .side .value,
  .codes > li,
  .scope > p {
    justify-self: start;
  }

  a.value {
    color: var(--_accent);
    text-underline-offset: 3px;
  }

  .secret,
  .danger-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2) var(--_4);
  }

  .secret-facts,
  .danger-row > div,
  .scope,
  .scope-group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_1);
    min-inline-size: 0;
  }

  .secret-facts,
  .danger-row > div {
    flex: 1 1 240px;
  }

  .secret-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_2);
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .secret-name code {
    color: var(--_text-muted);
    font-weight: 400;
  }

  .facts-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
  }

  .scope-group {
    gap: var(--_2);
  }

  .scope-group + .scope-group {
    margin-block-start: var(--_4);
  }

  .scope-group h4,
  .included {
    display: flex;
    align-items: center;
    gap: var(--_2);
  }

  .scope-group.dangerous h4 {
    color: var(--_danger);
  }

  @container (inline-size >= 560px) {
    .fact {
      grid-template-columns: 176px minmax(0, 1fr);
      gap: var(--_4);
    }
  }
`
