import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts", "test/lsp/**/*.test.ts", "test/cli/**/*.test.ts"],
    testTimeout: 20_000,
    passWithNoTests: true,
  },
});
