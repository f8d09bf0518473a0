/** How the tests run: files share threads without isolation, since no test keeps global state. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'bench/**/*.test.ts',
      'web/src/**/*.test.ts',
      'train/**/*.test.ts',
      'tools/**/*.test.ts',
    ],
    setupFiles: ['test/setup.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
  },
})
