import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  // Tags with a hyphen are not components of Vue.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } })],
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
