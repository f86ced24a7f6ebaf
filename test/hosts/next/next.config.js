const api = process.env.API ?? 'http://localhost:3000'

export default {
  rewrites: () => [{ source: '/api/oauth-apps/:path*', destination: `${api}/api/oauth-apps/:path*` }],
}
