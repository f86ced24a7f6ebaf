export const tables = {
  apps: 'oauth_app_kit_apps',
  events: 'oauth_app_kit_events',
  iconImages: 'oauth_app_kit_icon_images',
  icons: 'oauth_app_kit_icons',
  migrations: 'oauth_app_kit_migrations',
  origins: 'oauth_app_kit_origins',
  secrets: 'oauth_app_kit_secrets',
  words: 'oauth_app_kit_words',
} as const
