import type { MailTemplates } from './mail-templates.js'

export const en: MailTemplates = {
  greeting: `Hello{{#recipient.name}} {{recipient.name}}{{/recipient.name}},`,

  facts: `- Application: {{app.client_name}}
- Client ID: \`{{app.client_id}}\`
{{#app.organization}}
- Organization: {{app.organization}}
{{/app.organization}}
{{^yours}}
- Owner: {{owner.name}}
{{/yours}}
- Time: {{at}}`,

  link: `{{#app.url}}
[Open the application]({{app.url}})
{{/app.url}}`,

  alarm: `{{#yours}}
If you did not expect this, disable the application and tell the people who run{{#product}} {{product}}{{/product}}{{^product}} this service{{/product}}.
{{/yours}}`,

  created: `Subject: {{app.client_name}} has been registered

{{> greeting}}

{{#by_you}}
You have registered an application.
{{/by_you}}
{{^by_you}}
{{actor.name}} has registered an application{{#yours}} in your name{{/yours}}.
{{/by_you}}

{{> facts}}

{{#secret}}
Its client secret was shown once, to whoever registered it. No mail has it, and nobody can look it up: whoever has lost it makes another one.
{{/secret}}

{{> link}}

{{> alarm}}
`,

  secret_added: `Subject: {{app.client_name}} has another client secret

{{> greeting}}

{{#by_you}}
You have added a client secret to an application.
{{/by_you}}
{{^by_you}}
{{actor.name}} has added a client secret to {{#yours}}your{{/yours}}{{^yours}}an{{/yours}} application.
{{/by_you}}

{{> facts}}
{{#secret.name}}
- Secret: {{secret.name}}
{{/secret.name}}
- Ends with: \`{{secret.hint}}\`
{{#secret.ends}}
- Good until: {{secret.ends}}
{{/secret.ends}}

{{> link}}

{{> alarm}}
`,

  secret_expiring: `Subject: A client secret of {{app.client_name}} ends soon

{{> greeting}}

A client secret of {{#yours}}your{{/yours}}{{^yours}}an{{/yours}} application is good until {{secret.ends}}. What still uses it then is no longer let in. Add another secret before that, and put it in the place of this one.

- Application: {{app.client_name}}
- Client ID: \`{{app.client_id}}\`
{{#app.organization}}
- Organization: {{app.organization}}
{{/app.organization}}
{{^yours}}
- Owner: {{owner.name}}
{{/yours}}
{{#secret.name}}
- Secret: {{secret.name}}
{{/secret.name}}
- Ends with: \`{{secret.hint}}\`

{{> link}}
`,

  disabled: `Subject: {{app.client_name}} has been disabled

{{> greeting}}

{{#by_you}}
You have disabled an application. It cannot sign anybody in, and its tokens do not work, until it is enabled again.
{{/by_you}}
{{^by_you}}
{{actor.name}} has disabled {{#yours}}your{{/yours}}{{^yours}}an{{/yours}} application. It cannot sign anybody in, and its tokens do not work, until it is enabled again.
{{/by_you}}

{{> facts}}

{{> link}}
`,

  deleted: `Subject: {{app.client_name}} has been deleted

{{> greeting}}

{{#by_you}}
You have deleted an application. Nobody can use it any more, and its tokens do not work.
{{/by_you}}
{{^by_you}}
{{actor.name}} has deleted {{#yours}}your{{/yours}}{{^yours}}an{{/yours}} application. Nobody can use it any more, and its tokens do not work.
{{/by_you}}

{{> facts}}
`,

  submitted: `Subject: {{#change}}A change of {{/change}}{{app.client_name}} waits for approval

{{> greeting}}

{{#by_you}}
You have submitted {{#change}}a change of {{/change}}an application for review. You will be told as soon as somebody has decided.
{{/by_you}}
{{^by_you}}
{{actor.name}} has submitted {{#change}}a change of {{/change}}{{#yours}}your{{/yours}}{{^yours}}an{{/yours}} application for review.
{{/by_you}}

{{> facts}}

{{> link}}
`,

  approved: `Subject: {{#change}}The change of {{/change}}{{app.client_name}} has been approved

{{> greeting}}

{{actor.name}} has approved {{#change}}the change of {{/change}}{{#yours}}your{{/yours}}{{^yours}}an{{/yours}} application. {{#change}}It is in force now.{{/change}}{{^change}}Everybody can use it now.{{/change}}

{{> facts}}

{{> link}}
`,

  rejected: `Subject: {{#change}}The change of {{/change}}{{app.client_name}} has not been approved

{{> greeting}}

{{actor.name}} has looked at {{#change}}the change of {{/change}}{{#yours}}your{{/yours}}{{^yours}}an{{/yours}} application and not approved it{{#reason}}, for this reason:{{/reason}}{{^reason}}.{{/reason}}

{{#reason}}
> {{reason}}
{{/reason}}

{{#yours}}
You can mend it and submit it again.{{#change}} Until then the application stays as it was.{{/change}}
{{/yours}}

{{> facts}}

{{> link}}
`,
}
