import { css } from 'lit'

/** The choices in a question. */
export const appQuestionStyles = css`
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
`
