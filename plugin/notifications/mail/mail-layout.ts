/**
 * The page around each mail: `body` is the mail itself, which is HTML already. A host puts `layout.html.mustache` into its
 * folder of templates to have another one.
 */
export const mailLayout = `<!doctype html>
<html lang="{{lang}}" dir="{{dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{subject}}</title>
<style>
@media (prefers-color-scheme: dark) {
  .ground { background: #0f1114 !important; }
  .paper { background: #15181c !important; color: #edeef0 !important; border-color: #333a43 !important; }
  .muted { color: #a5adb8 !important; }
  .line { border-color: #4a535e !important; }
  .button { background: #8fb1ff !important; color: #10131a !important; }
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f4f5f7">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f5f7">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
{{#product}}
<tr><td class="muted" dir="{{dir}}" style="padding:0 4px 10px;font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;font-size:14px;font-weight:600;color:#5b6470">{{product}}</td></tr>
{{/product}}
<tr><td class="paper" dir="{{dir}}" style="padding:24px 24px 8px;background:#ffffff;color:#1c2024;border:1px solid #d9dde3;border-radius:8px">
{{{body}}}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
