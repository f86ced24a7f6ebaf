import { css } from 'lit'

/** Native modal `<dialog class="dialog">` with `header`, `.body` and `.footer`. */
export const dialogs = css`
  .dialog {
    inline-size: min(480px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .dialog > form,
  .dialog > .frame {
    display: grid;
    gap: var(--_4);
    padding: var(--_6);
  }

  .dialog h2 {
    margin: 0;
    font-size: var(--_size-large);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .dialog p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .dialog .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_2);
  }
`
