import type { MailTemplates } from './mail-templates.js'

export const ar: MailTemplates = {
  greeting: `مرحبًا{{#recipient.name}} {{recipient.name}}{{/recipient.name}}،`,

  facts: `- التطبيق: {{app.client_name}}
- معرّف العميل: \`{{app.client_id}}\`
{{#app.organization}}
- المؤسسة: {{app.organization}}
{{/app.organization}}
{{^yours}}
- المالك: {{owner.name}}
{{/yours}}
- الوقت: {{at}}`,

  link: `{{#app.url}}
[فتح التطبيق]({{app.url}})
{{/app.url}}`,

  alarm: `{{#yours}}
إذا لم تكن تتوقع ذلك فعطّل التطبيق وأبلغ القائمين على {{#product}}{{product}}{{/product}}{{^product}}هذه الخدمة{{/product}}.
{{/yours}}`,

  created: `Subject: تم تسجيل {{app.client_name}}

{{> greeting}}

{{#by_you}}
لقد سجّلت تطبيقًا.
{{/by_you}}
{{^by_you}}
سجّل {{actor.name}} تطبيقًا{{#yours}} باسمك{{/yours}}.
{{/by_you}}

{{> facts}}

{{#secret}}
عُرض سر العميل مرة واحدة عند التسجيل. لا يرد في أي رسالة ولا يمكن لأحد الاطلاع عليه: من فقده ينشئ سرًا آخر.
{{/secret}}

{{> link}}

{{> alarm}}
`,

  secret_added: `Subject: أُضيف سر عميل آخر إلى {{app.client_name}}

{{> greeting}}

{{#by_you}}
لقد أضفت سر عميل إلى تطبيق.
{{/by_you}}
{{^by_you}}
أضاف {{actor.name}} سر عميل إلى {{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيق{{/yours}}.
{{/by_you}}

{{> facts}}
{{#secret.name}}
- السر: {{secret.name}}
{{/secret.name}}
- ينتهي بالأحرف: \`{{secret.hint}}\`
{{#secret.ends}}
- صالح حتى: {{secret.ends}}
{{/secret.ends}}

{{> link}}

{{> alarm}}
`,

  secret_expiring: `Subject: ينتهي أحد أسرار العميل لـ {{app.client_name}} قريبًا

{{> greeting}}

أحد أسرار العميل {{#yours}}لتطبيقك{{/yours}}{{^yours}}لتطبيق{{/yours}} صالح حتى {{secret.ends}}. ما يستخدمه بعد ذلك لن يُقبل. أضف سرًا آخر قبل ذلك وضعه مكان هذا السر.

- التطبيق: {{app.client_name}}
- معرّف العميل: \`{{app.client_id}}\`
{{#app.organization}}
- المؤسسة: {{app.organization}}
{{/app.organization}}
{{^yours}}
- المالك: {{owner.name}}
{{/yours}}
{{#secret.name}}
- السر: {{secret.name}}
{{/secret.name}}
- ينتهي بالأحرف: \`{{secret.hint}}\`

{{> link}}
`,

  disabled: `Subject: تم تعطيل {{app.client_name}}

{{> greeting}}

{{#by_you}}
لقد عطّلت تطبيقًا. لا يمكن لأحد تسجيل الدخول عبره ولا تعمل رموزه حتى يُفعَّل من جديد.
{{/by_you}}
{{^by_you}}
عطّل {{actor.name}} {{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيقًا{{/yours}}. لا يمكن لأحد تسجيل الدخول عبره ولا تعمل رموزه حتى يُفعَّل من جديد.
{{/by_you}}

{{> facts}}

{{> link}}
`,

  deleted: `Subject: تم حذف {{app.client_name}}

{{> greeting}}

{{#by_you}}
لقد حذفت تطبيقًا. لم يعد بإمكان أحد استخدامه ولم تعد رموزه تعمل.
{{/by_you}}
{{^by_you}}
حذف {{actor.name}} {{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيقًا{{/yours}}. لم يعد بإمكان أحد استخدامه ولم تعد رموزه تعمل.
{{/by_you}}

{{> facts}}
`,

  submitted: `Subject: {{#change}}تغيير في {{/change}}{{app.client_name}} بانتظار الموافقة

{{> greeting}}

{{#by_you}}
لقد قدّمت {{#change}}تغييرًا في تطبيق{{/change}}{{^change}}تطبيقًا{{/change}} للمراجعة. ستصلك رسالة فور البت فيه.
{{/by_you}}
{{^by_you}}
قدّم {{actor.name}} {{#change}}تغييرًا في {{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيق{{/yours}}{{/change}}{{^change}}{{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيقًا{{/yours}}{{/change}} للمراجعة.
{{/by_you}}

{{> facts}}

{{> link}}
`,

  approved: `Subject: تمت الموافقة على {{#change}}تغيير {{/change}}{{app.client_name}}

{{> greeting}}

وافق {{actor.name}} على {{#change}}تغيير {{/change}}{{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيق{{/yours}}. {{#change}}أصبح التغيير ساريًا.{{/change}}{{^change}}يمكن للجميع استخدامه الآن.{{/change}}

{{> facts}}

{{> link}}
`,

  rejected: `Subject: لم تتم الموافقة على {{#change}}تغيير {{/change}}{{app.client_name}}

{{> greeting}}

راجع {{actor.name}} {{#change}}تغيير {{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيق{{/yours}}{{/change}}{{^change}}{{#yours}}تطبيقك{{/yours}}{{^yours}}تطبيقًا{{/yours}}{{/change}} ولم يوافق عليه{{#reason}} للسبب التالي:{{/reason}}{{^reason}}.{{/reason}}

{{#reason}}
> {{reason}}
{{/reason}}

{{#yours}}
يمكنك إصلاحه وتقديمه من جديد.{{#change}} وحتى ذلك الحين يبقى التطبيق كما كان.{{/change}}
{{/yours}}

{{> facts}}

{{> link}}
`,
}
