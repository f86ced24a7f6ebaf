import { dirname, join, relative } from 'node:path'
import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import lit from 'eslint-plugin-lit'
import wc from 'eslint-plugin-wc'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const sources = ['components/**/*.ts', 'plugin/**/*.ts', 'demo/**/*.ts']

const http = ['express', 'multer', 'node:http', 'node:https']
const drivers = ['better-sqlite3', 'mysql2', 'pg']

/**
 * demo -> components -> plugin/contract <- plugin; test reads them all. A file is judged by the first folder that holds it:
 * it imports from `folders`, less `notFolders` and `notFiles`, and any package but `notPackages`, or `packages` alone.
 */
const directions = {
  components: {
    folders: ['components', 'plugin/contract'],
    notFiles: ['plugin/contract/index.js'],
    packages: ['lit', '@lit'],
  },
  'plugin/contract': { folders: ['plugin/contract'], packages: ['zod/mini'] },
  'plugin/registry': {
    folders: ['plugin'],
    notFolders: ['plugin/http'],
    notPackages: [...http, ...drivers, 'knex', 'sharp'],
  },
  'plugin/store': { folders: ['plugin'], notFolders: ['plugin/http'], notPackages: [...http, ...drivers, 'sharp'] },
  'plugin/icons': {
    folders: ['plugin'],
    notFolders: ['plugin/http', 'plugin/registry', 'plugin/store'],
    notPackages: [...http, ...drivers, 'knex'],
  },
  'plugin/jobs': {
    folders: ['plugin'],
    notFolders: ['plugin/http', 'plugin/store'],
    notPackages: [...http, ...drivers, 'knex', 'sharp'],
  },
  // It sends by HTTP, by itself.
  'plugin/notifications/webhooks': {
    folders: ['plugin'],
    notFolders: ['plugin/http', 'plugin/store'],
    notPackages: ['express', 'multer', ...drivers, 'knex', 'sharp'],
  },
  'plugin/notifications': {
    folders: ['plugin'],
    notFolders: ['plugin/http', 'plugin/store'],
    notPackages: [...http, ...drivers, 'knex', 'sharp'],
  },
  'plugin/rate-limits': {
    folders: ['plugin'],
    notFolders: ['plugin/http', 'plugin/registry', 'plugin/store'],
    notPackages: [...http, ...drivers, 'knex', 'sharp'],
  },
  'plugin/http': { folders: ['plugin'], notPackages: [...drivers, 'knex', 'sharp'] },
  plugin: { folders: ['plugin'] },
  demo: { folders: ['demo', 'components', 'plugin'] },
}

const isIn = (path, folders) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const importDirection = {
  create(context) {
    const file = relative(import.meta.dirname, context.filename)
    const folder = Object.keys(directions).find((name) => isIn(file, [name]))
    if (folder === undefined) return {}
    const { folders, notFolders = [], notFiles = [], packages, notPackages = [] } = directions[folder]
    const mayImport = (specifier) => {
      if (!specifier.startsWith('.')) return !isIn(specifier, notPackages) && (!packages || isIn(specifier, packages))
      const path = join(dirname(file), specifier)
      return isIn(path, folders) && !isIn(path, notFolders) && !notFiles.includes(path)
    }
    const judge = ({ source }) => {
      if (source?.type !== 'Literal' || mayImport(source.value)) return
      context.report({
        node: source,
        message: `${folder} does not import this: see the directions in eslint.config.mjs.`,
      })
    }
    return {
      ImportDeclaration: judge,
      ImportExpression: judge,
      ExportAllDeclaration: judge,
      ExportNamedDeclaration: judge,
    }
  },
}

/** A suppressed rule says why, after `--`. */
const reasonedSuppression = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s\S/.test(comment.value)) {
          context.report({ loc: comment.loc, message: 'Say why the rule does not hold here, after "--".' })
        }
      }
    },
  }),
}

const noSleep = 'Wait for the condition, not for time to pass.'

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'test/.output/', 'demo/data/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  eslint.configs.recommended,
  {
    plugins: {
      house: { rules: { 'import-direction': importDirection, 'reasoned-suppression': reasonedSuppression } },
    },
    rules: {
      'house/import-direction': 'error',
      'house/reasoned-suppression': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['demo/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['test/hosts/**/*.{js,cjs}'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    // What Vite and Next.js read is exported as they want it.
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-definitions': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Text is counted in code points, which is what spreading a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      // Express's requests are Node's, by prototype and not by constructor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, args: 'after-used' }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: sources,
    rules: { 'max-lines': ['error', 250] },
  },
  {
    files: ['components/locales/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['components/**/*.ts', 'plugin/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['components/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    rules: {
      'lit/attribute-names': 'off',
      'lit/lifecycle-super': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-static-styles': 'error',
      // Lit calls a template's listeners with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
      // LitElement always has the lifecycle methods that this rule asks about.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['plugin/store/**/*.ts'],
    rules: {
      // A part of a query that is built in a callback looks like a promise, and is none.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Answers read in a test are judged by its assertions.
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['after', 'before', 'describe', 'it', 'suite', 'test'], package: 'node:test' },
            // Open Web Components types it as a promise, for the sake of an option that nobody uses here.
            { from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' },
            // Typed as a promise for snapshots of the DOM, which no test here takes.
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression > MemberExpression.callee[property.name=/^(only|skip|todo)$/]',
          message: 'Every test runs.',
        },
        { selector: 'ObjectExpression > Property[key.name=/^(only|skip|todo)$/]', message: 'Every test runs.' },
        { selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]', message: noSleep },
        { selector: 'MemberExpression[property.name="waitForTimeout"]', message: noSleep },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'node:timers/promises', message: noSleep },
            { name: '@open-wc/testing', importNames: ['aTimeout'], message: noSleep },
          ],
        },
      ],
    },
  },
  {
    files: ['test/components/**/*.ts'],
    rules: {
      // Chai asserts by property.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
)
