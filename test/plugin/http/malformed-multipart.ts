interface MultipartBody {
  readonly type: string
  readonly body: string | Buffer
}

const type = 'multipart/form-data; boundary=B'
const app = '{"client_name":"Malformed","organization_id":"acme"}'
const end = '--B--\r\n'

/** One part, with its lines ended as RFC 2046 says. */
export function part(headers: string, content: string): string {
  return `--B\r\n${headers}\r\n\r\n${content}\r\n`
}

const field = (name: string, content: string) => part(`Content-Disposition: form-data; ${name}`, content)
const of = (body: string | Buffer, contentType = type): MultipartBody => ({ type: contentType, body })
const good = field('name="app"', app)

/** Bodies that are wrong as multipart, each in its own way. */
export const malformedBodies: Readonly<Record<string, MultipartBody>> = {
  'nothing at all': of(''),
  'no boundary in the type': of(good + end, 'multipart/form-data'),
  'an empty boundary': of(good + end, 'multipart/form-data; boundary='),
  'an empty quoted boundary': of(good + end, 'multipart/form-data; boundary=""'),
  'a boundary in quotes that do not end': of(good + end, 'multipart/form-data; boundary="B'),
  'a boundary that the body does not have': of(good + end, 'multipart/form-data; boundary=C'),
  'a boundary of 5000 characters': of(good + end, `multipart/form-data; boundary=${'B'.repeat(5000)}`),
  'another multipart type': of(good + end, 'multipart/mixed; boundary=B'),
  'a made-up multipart type': of(good + end, 'multipart/x; boundary=B'),
  'a type that goes on with rubbish': of(good + end, 'multipart/form-data boundary=B'),
  'a type without a subtype': of(good + end, 'multipart; boundary=B'),
  'a JSON body that says it is multipart': of(app),
  'no last boundary': of(good),
  'a last boundary that is cut off': of(`${good}--B-`),
  'only the last boundary': of(end),
  'only the beginning of a boundary': of('--'),
  'only a boundary': of('--B'),
  'only a boundary and the end of its line': of('--B\r\n'),
  'text before the first boundary and no end': of(`hello\r\n--B`),
  'a part cut off in the name of a header': of('--B\r\nContent-Dis'),
  'a part cut off in the value of a header': of('--B\r\nContent-Disposition: form-data; name="ap'),
  'a part cut off after its headers': of('--B\r\nContent-Disposition: form-data; name="app"\r\n'),
  'a part cut off at the empty line': of('--B\r\nContent-Disposition: form-data; name="app"\r\n\r\n'),
  'a part cut off in its content': of(`--B\r\nContent-Disposition: form-data; name="app"\r\n\r\n${app.slice(0, 9)}`),
  'a file cut off in its content': of(
    '--B\r\nContent-Disposition: form-data; name="icon"; filename="a.png"\r\n\r\n\x89PNG',
  ),
  'a part without any header': of(`--B\r\n\r\n${app}\r\n${end}`),
  'a part without a disposition': of(part('Content-Type: text/plain', app) + end),
  'a part without a name': of(field('x="app"', app) + end),
  'a part with an empty name': of(field('name=""', app) + end),
  'a file without a name': of(field('filename="a.png"', 'x') + end),
  'a file with an empty name': of(field('name=""; filename="a.png"', 'x') + end),
  'a disposition that is not form-data': of(part('Content-Disposition: attachment; name="app"', '{') + end),
  'a disposition that is empty': of(part('Content-Disposition:', app) + end),
  'a disposition in quotes that do not end': of(field('name="app', app) + end),
  'a header without a colon': of(part('Content-Disposition form-data', app) + end),
  'a header that begins with a colon': of(part(': form-data; name="app"', app) + end),
  'a header with a NUL': of(part('Content-Disposition: form-data; name="a\0pp"', app) + end),
  'a header with a lone CR': of(part('Content-Disposition: form-data;\r name="app"', app) + end),
  'a header that is folded': of(part('Content-Disposition: form-data;\r\n name="x"', app) + end),
  'a header of 100,000 characters': of(part(`X: ${'x'.repeat(100_000)}`, app) + end),
  'a hundred headers': of(part(Array.from({ length: 100 }, (_, n) => `X-${n}: x`).join('\r\n'), app) + end),
  'lines that end in LF only': of((good + end).replaceAll('\r\n', '\n')),
  'a name of 1000 characters': of(field(`name="${'a'.repeat(1000)}"`, 'x') + end),
  'a name that is __proto__': of(field('name="__proto__[polluted]"', 'x') + end),
  'a name with brackets that do not match': of(field('name="a[b[c]"', 'x') + end),
  'a name with a thousand levels': of(field(`name="a${'[b]'.repeat(30)}"`, 'x') + end),
  'a name with a vast index': of(field('name="a[4294967294]"', 'x') + end),
  'a hundred parts': of(Array.from({ length: 100 }, (_, n) => field(`name="p${n}"`, 'x')).join('') + end),
  'a hundred files': of(Array.from({ length: 100 }, (_, n) => field(`name="f${n}"; filename="x"`, 'x')).join('') + end),
  'a multipart body inside a part': of(
    part('Content-Type: multipart/mixed; boundary=C', '--C\r\n\r\nx\r\n--C--') + end,
  ),
  'a part in a charset that there is not': of(
    part('Content-Disposition: form-data; name="app"\r\nContent-Type: text/plain; charset=nonsense', '{') + end,
  ),
  'a part in base64': of(
    part('Content-Disposition: form-data; name="app"\r\nContent-Transfer-Encoding: base64', btoa(app)) + end,
  ),
  'a file name in a charset that there is not': of(field('name="icon"; filename*=nonsense\'\'%41', 'x') + end),
  'a file name with broken percent-encoding': of(field('name="icon"; filename*=UTF-8\'\'%4', 'x') + end),
  'random bytes': of(Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919) % 251))),
  'random bytes in a part': of(
    Buffer.concat([Buffer.from('--B\r\n'), Buffer.alloc(2048, 0xff), Buffer.from(`\r\n${end}`)]),
  ),
}
