import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/ui/**/*.test.ts"],
    globalSetup: ["test/e2e/ui/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
  },
});
