import type { AppInput } from './app.js'

/**
 * What somebody wants an app to be: the members that they gave. Of the icon the rules see only whether there is one
 * (absent: left as it is; `null`: taken away), since its bytes are judged where they can be decoded.
 */
export type AppDraft = Readonly<Omit<AppInput, 'icon'>> & { readonly icon?: object | string | null }
