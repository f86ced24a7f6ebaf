import { css } from 'lit'

/** Who allowed the app what. */
export const userStyles = css`
  .users-count {
    display: flex;
    align-items: center;
    gap: var(--_2);
  }

  .user {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_1) var(--_4);
    align-items: baseline;
  }

  .user-name {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .user-times {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    font-size: var(--_size-small);
  }

  .user-times div {
    display: flex;
    gap: var(--_2);
  }

  .user-times dt {
    color: var(--_text-muted);
  }

  .user-scopes {
    grid-column: 1 / -1;
  }

  @container (inline-size <= 640px) {
    .user {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
