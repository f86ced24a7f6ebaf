import { assertionType, flowOf, lines, proofOf, type SnippetSource } from './snippet-source.js'

/** What has to be in the environment before it runs. */
export function pythonVariables(source: SnippetSource): string[] {
  const proof = proofOf(source)
  return proof ? [proof] : []
}

/** Signs somebody in with nothing but Python's own library, or gets a token for the app itself. */
export function pythonSnippet(source: SnippetSource): string {
  const { app, server } = source
  const flow = flowOf(source)
  const scope = app.scopes.length > 0 ? `"scope": ${quoted(app.scopes.join(' '))},` : undefined
  const basic = app.token_endpoint_auth_method === 'client_secret_basic'
  const environment = proofOf(source) !== undefined
  const request = lines(
    ...(basic
      ? [
          `credentials = f"{CLIENT_ID}:{os.environ['CLIENT_SECRET']}".encode()`,
          'headers = {"Authorization": "Basic " + base64.b64encode(credentials).decode()}',
        ]
      : []),
    `request = urllib.request.Request(${quoted(server.token_endpoint)}, urllib.parse.urlencode(form).encode()${basic ? ', headers' : ''})`,
    'with urllib.request.urlopen(request) as answer:',
    '    print(json.dumps(json.load(answer), indent=2))',
  )
  if (flow?.kind !== 'code') {
    return lines(
      `import ${imports(['json', 'urllib.parse', 'urllib.request'], { base64: basic, os: environment })}`,
      '',
      `CLIENT_ID = ${quoted(app.client_id)}`,
      '',
      'form = {',
      '    "grant_type": "client_credentials",',
      scope === undefined ? undefined : `    ${scope}`,
      ...proof(source),
      '}',
      request,
    )
  }
  return lines(
    `import ${imports(['base64', 'hashlib', 'json', 'secrets', 'urllib.parse', 'urllib.request'], { os: environment })}`,
    '',
    `CLIENT_ID = ${quoted(app.client_id)}`,
    `REDIRECT_URI = ${quoted(flow.redirectUri)}`,
    '',
    'verifier = secrets.token_urlsafe(32)',
    'digest = hashlib.sha256(verifier.encode()).digest()',
    'state = secrets.token_urlsafe(16)',
    'query = urllib.parse.urlencode({',
    '    "response_type": "code",',
    '    "client_id": CLIENT_ID,',
    '    "redirect_uri": REDIRECT_URI,',
    scope === undefined ? undefined : `    ${scope}`,
    '    "state": state,',
    '    "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),',
    '    "code_challenge_method": "S256",',
    '})',
    `print("Open " + ${quoted(`${server.authorization_endpoint}?`)} + query)`,
    '',
    'back = input("The address that you came back to: ")',
    'answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(back).query))',
    'if answer.get("state") != state:',
    '    raise SystemExit("This is the answer to another request.")',
    '',
    'form = {',
    '    "grant_type": "authorization_code",',
    '    "code": answer["code"],',
    '    "code_verifier": verifier,',
    '    "redirect_uri": REDIRECT_URI,',
    ...proof(source),
    '}',
    request,
  )
}

/** What stands in the form; with HTTP Basic it is in a header. */
function proof({ app: { token_endpoint_auth_method: method } }: SnippetSource): string[] {
  const id = '    "client_id": CLIENT_ID,'
  switch (method) {
    case 'client_secret_basic':
      return []
    case 'client_secret_post':
      return [id, '    "client_secret": os.environ["CLIENT_SECRET"],']
    case 'private_key_jwt':
      return [
        id,
        `    "client_assertion_type": ${quoted(assertionType)},`,
        '    "client_assertion": os.environ["CLIENT_ASSERTION"],',
      ]
    case 'none':
      return [id]
  }
}

function imports(names: readonly string[], more: Readonly<Record<string, boolean>>): string {
  const added = Object.entries(more).filter(([, needed]) => needed)
  return [...names, ...added.map(([name]) => name)].sort().join(', ')
}

/** A text in JSON is one in Python, too. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
