import type { Channel, Delivery, DeliveryOutcome } from '../../plugin/notifications/channel.js'

/** A channel that remembers what it was to deliver, and ends each attempt as it is told to. */
export class RecordingChannel implements Channel {
  readonly deliveries: Delivery[] = []
  wanted: (event: string) => boolean = () => true
  answer: (delivery: Delivery, signal: AbortSignal) => DeliveryOutcome | Promise<DeliveryOutcome> = () => ({
    kind: 'delivered',
  })

  constructor(readonly name = 'recording') {}

  get events(): string[] {
    return this.deliveries.map(({ line }) => line.event)
  }

  get ids(): string[] {
    return this.deliveries.map(({ id }) => id)
  }

  wants({ event }: { readonly event: string }): boolean {
    return this.wanted(event)
  }

  async deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryOutcome> {
    this.deliveries.push(delivery)
    return this.answer(delivery, signal)
  }
}
