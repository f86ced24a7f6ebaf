/** What waits for approval says of itself. */
export const reviewEnglish = {
  draftText: 'This is a draft. It works for its owner alone, and nobody reviews it until it is submitted.',
  pendingText: (name: string, time: string) =>
    `${name} submitted it on ${time}. Until it is approved, it works for its owner alone.`,
  rejectedText: 'It was rejected, and works for its owner alone. Mend it, and submit it again.',
  changesPendingText: (name: string, time: string) =>
    `${name} submitted these changes on ${time}. Until they are approved, the approved version stays in force.`,
  changesRejectedText:
    'These changes were rejected; the approved version stays in force. Edit them, submit them again, or withdraw them.',
  reason: 'Reason',
  inForce: 'In force',
  proposed: 'Proposed',
  submit: 'Submit for review',
  withdraw: 'Withdraw',
  approve: 'Approve',
  reject: 'Reject',
  approveTitle: (name: string) => `Approve ${name}?`,
  approveText: 'From then on everybody can use it.',
  approveChangesText: 'From then on the changes are in force.',
  rejectTitle: (name: string) => `Reject ${name}?`,
  reasonHelp: 'The developer reads it. Say what has to change.',
  reasonMissing: 'Say why, so that it can be mended.',
  withdrawTitle: (name: string) => `Withdraw ${name} from review?`,
  withdrawText: 'It becomes a draft again, and can be submitted later.',
  withdrawChangesText: 'The changes are lost. The approved version stays in force.',
  submitted: (name: string) => `${name} waits for approval.`,
  submitFailed: (name: string) => `${name} could not be submitted.`,
  withdrawn: (name: string) => `${name} was withdrawn from review.`,
  approved: (name: string) => `${name} is approved.`,
  rejected: (name: string) => `${name} was rejected.`,
  stale: 'It has changed since you looked at it. Cancel, and look at it as it is now.',
}
