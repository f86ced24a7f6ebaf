import { css } from 'lit'
import { dialogs } from '../styles/dialogs.js'

const formDialog = css`
  .form-dialog {
    inline-size: min(560px, calc(100vw - 32px));
    /* What fits beside the form is a matter of the dialog, not of the page behind it. */
    container-type: inline-size;
  }

  .form-dialog > .frame {
    position: relative;
    grid-template-columns: minmax(0, 1fr);
    padding-block-end: 0;
  }

  .form-dialog .close {
    position: absolute;
    inset-block-start: var(--_4);
    inset-inline-end: var(--_4);
  }

  .form-dialog h2 {
    padding-inline-end: var(--_8);
  }

  .form-dialog :is(form, .fields) {
    gap: var(--_6);
  }

  .form-dialog .footer {
    margin-inline: calc(var(--_6) * -1);
    padding-inline: var(--_6);
    background: var(--_surface-raised);
  }

  /* All that is no form ends with the dialog's own margin. */
  .form-dialog :is(.skeleton, .notice) {
    margin-block: var(--_4) var(--_6);
  }

  @media (max-width: 640px) {
    .form-dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      max-inline-size: none;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }

    .form-dialog > .frame {
      grid-template-rows: auto 1fr;
      min-block-size: 100%;
      padding: var(--_4) var(--_4) 0;
    }

    .form-dialog form {
      grid-template-rows: 1fr auto;
    }

    .form-dialog .close {
      inset-block-start: var(--_3);
      inset-inline-end: var(--_3);
    }

    .form-dialog .footer {
      margin-inline: calc(var(--_4) * -1);
      padding-inline: var(--_4);
    }
  }
`

export const formDialogStyles = [dialogs, formDialog]
