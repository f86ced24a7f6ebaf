/** Seconds for which an access token is good that a developer gets to try the API with; the most, where none are asked for. */
export const accessTokenSeconds = { min: 1, max: 600 } as const
