import sharp from 'sharp'

/** What the DocSpace portal requires of an app, less the icon. */
export const exampleApp = {
  client_name: 'Quarterly reports',
  client_uri: 'https://reports.example.com',
  description: 'Collects the numbers of a quarter.',
  redirect_uris: ['https://reports.example.com/callback'],
  allowed_origins: ['https://reports.example.com'],
  scopes: ['files:read'],
  policy_uri: 'https://reports.example.com/privacy',
  tos_uri: 'https://reports.example.com/terms',
}

const drawing = (size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">` +
  '<rect width="32" height="32" rx="6" fill="#2b5fd9"/><path d="M8 22V14m8 8V9m8 13v-6" stroke="#fff" stroke-width="3"/></svg>'

/** Icons of 32 × 32 pixels, or of another size where one is asked for. */
export const exampleIcons = {
  svg: (size = 32): Buffer => Buffer.from(drawing(size)),
  png: (size = 32): Promise<Buffer> =>
    sharp(Buffer.from(drawing(size)))
      .png()
      .toBuffer(),
  jpg: (size = 32): Promise<Buffer> =>
    sharp(Buffer.from(drawing(size)))
      .flatten({ background: '#fff' })
      .jpeg()
      .toBuffer(),
}

export async function exampleIconUrl(): Promise<string> {
  return `data:image/png;base64,${(await exampleIcons.png()).toString('base64')}`
}
