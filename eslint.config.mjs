import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import lit from 'eslint-plugin-lit'
import wc from 'eslint-plugin-wc'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const sources = ['components/**/*.ts', 'plugin/**/*.ts', 'demo/**/*.ts']
const databaseDrivers = ['better-sqlite3', 'mysql2', 'pg']

/** The only packages that may be imported, as regular expressions; relative imports are judged by {@link directions}. */
const onlyPackages = (allowed, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!\\.{1,2}/|(${allowed.join('|')})$)`, message }] }],
})

/** Packages that must not be imported, with everything under them. */
const noPackages = (refused, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(${refused.join('|')})(/|$)`, message }] }],
})

/** demo -> components -> plugin/contract <- plugin; test reads them all. */
const directions = {
  'import-x/no-restricted-paths': [
    'error',
    {
      basePath: import.meta.dirname,
      zones: [
        { target: './components', from: './plugin', except: ['./contract'] },
        { target: './components', from: './plugin/contract/index.ts', message: 'Import the one file that is needed.' },
        { target: './components', from: './demo' },
        { target: './plugin', from: './components' },
        { target: './plugin', from: './demo' },
        { target: './plugin/contract', from: './plugin', except: ['./contract'] },
        { target: './plugin/registry', from: './plugin/http' },
        { target: './plugin/store', from: './plugin/http' },
        { target: './plugin/icons', from: ['./plugin/http', './plugin/registry', './plugin/store'] },
        { target: ['./components', './plugin', './demo'], from: './test' },
      ],
    },
  ],
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
    plugins: { 'import-x': importX, house: { rules: { 'reasoned-suppression': reasonedSuppression } } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
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
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...directions,
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-definitions': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, args: 'after-used' }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: sources,
    rules: { 'max-lines': ['error', 250] },
  },
  {
    files: ['components/locales/*.ts'],
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
      ...onlyPackages(['lit(/.*)?', '@lit/.*'], 'Elements import Lit and plugin/contract, nothing else.'),
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
    files: ['plugin/contract/**/*.ts'],
    rules: onlyPackages(['zod/mini'], 'The contract runs in browsers too and knows zod/mini alone.'),
  },
  {
    files: ['plugin/registry/**/*.ts'],
    rules: noPackages(
      ['express', 'multer', 'knex', 'sharp', 'node:http', 'node:https', ...databaseDrivers],
      'The registry knows neither HTTP nor SQL nor images.',
    ),
  },
  {
    files: ['plugin/store/**/*.ts'],
    rules: noPackages(
      ['express', 'multer', 'sharp', 'node:http', 'node:https', ...databaseDrivers],
      'The store knows knex alone.',
    ),
  },
  {
    files: ['plugin/http/**/*.ts'],
    rules: noPackages(['knex', 'sharp', ...databaseDrivers], 'HTTP goes through the registry.'),
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
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['after', 'before', 'describe', 'it', 'suite', 'test'], package: 'node:test' },
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
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
