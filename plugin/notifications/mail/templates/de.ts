import type { MailTemplates } from './mail-templates.js'

export const de: MailTemplates = {
  greeting: `Guten Tag{{#recipient.name}} {{recipient.name}}{{/recipient.name}},`,

  facts: `- Anwendung: {{app.client_name}}
- Client-ID: \`{{app.client_id}}\`
{{#app.organization}}
- Organisation: {{app.organization}}
{{/app.organization}}
{{^yours}}
- Inhaber: {{owner.name}}
{{/yours}}
- Zeit: {{at}}`,

  link: `{{#app.url}}
[Anwendung öffnen]({{app.url}})
{{/app.url}}`,

  alarm: `{{#yours}}
Wenn Sie damit nicht gerechnet haben, deaktivieren Sie die Anwendung und sagen Sie denen Bescheid, die {{#product}}{{product}}{{/product}}{{^product}}diesen Dienst{{/product}} betreiben.
{{/yours}}`,

  created: `Subject: {{app.client_name}} wurde registriert

{{> greeting}}

{{#by_you}}
Sie haben eine Anwendung registriert.
{{/by_you}}
{{^by_you}}
{{actor.name}} hat {{#yours}}in Ihrem Namen {{/yours}}eine Anwendung registriert.
{{/by_you}}

{{> facts}}

{{#secret}}
Ihr Client-Secret wurde einmal gezeigt, als sie registriert wurde. Es steht in keiner E-Mail, und niemand kann es nachsehen: Wer es verloren hat, erzeugt ein neues.
{{/secret}}

{{> link}}

{{> alarm}}
`,

  secret_added: `Subject: {{app.client_name}} hat ein weiteres Client-Secret

{{> greeting}}

{{#by_you}}
Sie haben einer Anwendung ein Client-Secret hinzugefügt.
{{/by_you}}
{{^by_you}}
{{actor.name}} hat {{#yours}}Ihrer{{/yours}}{{^yours}}einer{{/yours}} Anwendung ein Client-Secret hinzugefügt.
{{/by_you}}

{{> facts}}
{{#secret.name}}
- Secret: {{secret.name}}
{{/secret.name}}
- Endet auf: \`{{secret.hint}}\`
{{#secret.ends}}
- Gültig bis: {{secret.ends}}
{{/secret.ends}}

{{> link}}

{{> alarm}}
`,

  secret_expiring: `Subject: Ein Client-Secret von {{app.client_name}} läuft bald ab

{{> greeting}}

ein Client-Secret {{#yours}}Ihrer{{/yours}}{{^yours}}einer{{/yours}} Anwendung ist gültig bis {{secret.ends}}. Was es dann noch verwendet, wird nicht mehr eingelassen. Fügen Sie vorher ein neues hinzu, und setzen Sie es an die Stelle des alten.

- Anwendung: {{app.client_name}}
- Client-ID: \`{{app.client_id}}\`
{{#app.organization}}
- Organisation: {{app.organization}}
{{/app.organization}}
{{^yours}}
- Inhaber: {{owner.name}}
{{/yours}}
{{#secret.name}}
- Secret: {{secret.name}}
{{/secret.name}}
- Endet auf: \`{{secret.hint}}\`

{{> link}}
`,

  disabled: `Subject: {{app.client_name}} wurde deaktiviert

{{> greeting}}

{{#by_you}}
Sie haben eine Anwendung deaktiviert. Niemand kann sich über sie anmelden, und ihre Token gelten nicht, bis sie wieder aktiviert wird.
{{/by_you}}
{{^by_you}}
{{actor.name}} hat {{#yours}}Ihre{{/yours}}{{^yours}}eine{{/yours}} Anwendung deaktiviert. Niemand kann sich über sie anmelden, und ihre Token gelten nicht, bis sie wieder aktiviert wird.
{{/by_you}}

{{> facts}}

{{> link}}
`,

  deleted: `Subject: {{app.client_name}} wurde gelöscht

{{> greeting}}

{{#by_you}}
Sie haben eine Anwendung gelöscht. Niemand kann sie mehr verwenden, und ihre Token gelten nicht mehr.
{{/by_you}}
{{^by_you}}
{{actor.name}} hat {{#yours}}Ihre{{/yours}}{{^yours}}eine{{/yours}} Anwendung gelöscht. Niemand kann sie mehr verwenden, und ihre Token gelten nicht mehr.
{{/by_you}}

{{> facts}}
`,

  submitted: `Subject: {{#change}}Eine Änderung an {{/change}}{{app.client_name}} wartet auf Freigabe

{{> greeting}}

{{#by_you}}
Sie haben {{#change}}eine Änderung an einer{{/change}}{{^change}}eine{{/change}} Anwendung zur Prüfung eingereicht. Sie erfahren es, sobald darüber entschieden ist.
{{/by_you}}
{{^by_you}}
{{actor.name}} hat {{#change}}eine Änderung an {{#yours}}Ihrer{{/yours}}{{^yours}}einer{{/yours}}{{/change}}{{^change}}{{#yours}}Ihre{{/yours}}{{^yours}}eine{{/yours}}{{/change}} Anwendung zur Prüfung eingereicht.
{{/by_you}}

{{> facts}}

{{> link}}
`,

  approved: `Subject: {{#change}}Die Änderung an {{/change}}{{app.client_name}} wurde freigegeben

{{> greeting}}

{{actor.name}} hat {{#change}}die Änderung an {{#yours}}Ihrer{{/yours}}{{^yours}}einer{{/yours}}{{/change}}{{^change}}{{#yours}}Ihre{{/yours}}{{^yours}}eine{{/yours}}{{/change}} Anwendung freigegeben. {{#change}}Sie gilt ab jetzt.{{/change}}{{^change}}Sie steht jetzt allen offen.{{/change}}

{{> facts}}

{{> link}}
`,

  rejected: `Subject: {{#change}}Die Änderung an {{/change}}{{app.client_name}} wurde nicht freigegeben

{{> greeting}}

{{actor.name}} hat {{#change}}die Änderung an {{#yours}}Ihrer{{/yours}}{{^yours}}einer{{/yours}}{{/change}}{{^change}}{{#yours}}Ihre{{/yours}}{{^yours}}eine{{/yours}}{{/change}} Anwendung geprüft und nicht freigegeben{{#reason}}, aus diesem Grund:{{/reason}}{{^reason}}.{{/reason}}

{{#reason}}
> {{reason}}
{{/reason}}

{{#yours}}
Sie können sie nachbessern und noch einmal einreichen.{{#change}} Bis dahin bleibt die Anwendung, wie sie war.{{/change}}
{{/yours}}

{{> facts}}

{{> link}}
`,
}
