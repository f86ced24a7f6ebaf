/** What is said around the preview of the consent screen, before that is loaded. */
export const consentPreviewEnglish = {
  preview: 'Consent preview',
  previewText: 'What people will see when they are asked to allow this application.',
  previewShow: 'Show the consent preview',
  previewHide: 'Hide the consent preview',
}
