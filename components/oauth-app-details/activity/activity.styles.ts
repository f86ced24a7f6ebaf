import { css } from 'lit'

/** The lines of the audit log, and what each of them changed. */
export const activityStyles = css`
  .filter {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 32px;
    padding-block: var(--_1);
  }

  .exports {
    display: flex;
    gap: var(--_2);
  }

  .activity-list[aria-busy='true'] {
    opacity: 0.6;
    transition: opacity var(--_duration) 200ms;
  }

  .event {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_1);
  }

  .event-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_4);
  }

  .event-line p {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .event-line time {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  summary {
    inline-size: fit-content;
    max-inline-size: 100%;
    border-radius: var(--_radius);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    line-height: 24px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  summary:hover {
    color: var(--_text);
  }

  .changes {
    display: grid;
    gap: var(--_3);
    padding-block: var(--_2);
  }

  .change dt {
    font-weight: 500;
  }

  .change dd {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: var(--_1) var(--_4);
  }

  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    min-inline-size: 0;
  }

  .more,
  .section-failure {
    display: grid;
    justify-items: center;
    gap: var(--_2);
  }

  .section-failure {
    justify-items: start;
  }
`
