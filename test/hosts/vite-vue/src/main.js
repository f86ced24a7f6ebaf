import { createApp } from 'vue'
import 'oauth-app-kit/oauth-apps/define'
import 'oauth-app-kit/reserve.css'
import DeveloperSettings from './DeveloperSettings.vue'

createApp(DeveloperSettings).mount('#page')
