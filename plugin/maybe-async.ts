/** What a host's function may answer at once or later. */
export type MaybeAsync<Value> = Value | Promise<Value>
