import type { ReferenceExamples } from '../reference/examples.js'

/** What the curl commands of the reference page send. */
export const organizationExamples: ReferenceExamples = {
  createApp: {
    client_name: 'Deploy bot',
    description: 'Tells the team what was deployed.',
    redirect_uris: ['https://deploy.example.com/callback'],
    scopes: ['read:organization', 'write:webhooks'],
  },
  updateApp: { description: 'Tells the team what was deployed, and by whom.' },
  addSecret: { name: 'Next year', expire_others_in: 86_400 },
}
