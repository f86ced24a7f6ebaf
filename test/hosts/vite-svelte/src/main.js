import { mount } from 'svelte'
import 'oauth-app-kit/oauth-apps/define'
import 'oauth-app-kit/reserve.css'
import DeveloperSettings from './DeveloperSettings.svelte'

mount(DeveloperSettings, { target: document.getElementById('page') })
