import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import importX, { createNodeResolver } from 'eslint-plugin-import-x'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Which room may import which: README, «Rooms». */
const borders = [
  {
    target: './collections',
    from: ['./cms', './site', './scripts'],
    message: 'collections is the model: it knows no other room.',
  },
  {
    target: './cms',
    from: ['./site', './scripts'],
    message: 'cms knows the model only; the site is reached over HTTP.',
  },
  {
    target: './cms',
    from: './collections/**/*',
    except: ['**/collections/index.ts', '**/*.schema.ts', '**/payload-types.ts', '**/collections/test/*'],
    message: 'collections/index.ts is the one door to the model.',
  },
  {
    target: './site',
    from: ['./cms', './scripts'],
    message: 'The site reaches the CMS over HTTP, in src/cms.',
  },
  {
    target: './site',
    from: './collections/**/*',
    except: ['**/*.schema.ts', '**/payload-types.ts'],
    message: 'The site takes types from payload-types.ts and values from *.schema.ts.',
  },
  {
    target: ['./site/src/pages', './site/src/layouts', './site/src/components', './site/src/views'],
    from: './site/src/cms/**/*',
    except: ['**/site/src/cms/index.ts', '**/site/src/cms/types.ts', '**/site/src/cms/queries/*'],
    message: 'site/src/cms/index.ts is the only door to content.',
  },
]

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/.next/',
    '**/.astro/',
    '**/.data/',
    '**/dist/',
    '**/next-env.d.ts',
    'collections/payload-types.ts',
    'cms/app/(payload)/admin/importMap.js',
    '**/*.tmp.ts',
  ]),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-strict'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.ts', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs', '.astro'] }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: borders }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Our interfaces declare methods of plain objects that use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // An async function without await keeps an interface's shape.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSAsExpression.expression > TSUnknownKeyword',
          message: '«as unknown as» hides a wrong type: narrow at the edge instead.',
        },
      ],
    },
  },
  {
    // Replies of REST are as many as endpoints; a test says which part it is about, and fails when it is not there.
    files: ['**/*.int.test.ts', 'collections/test/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}', '**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', setInterval: 'readonly' } },
  },
  {
    // The compiler knows every name, and `undefined` types of the DOM and Node better than a list of globals.
    files: ['**/*.{ts,tsx,astro}'],
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off' },
  },
)
