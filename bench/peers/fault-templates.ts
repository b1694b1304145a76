/**
 * One-fault templates: the examples of the rules' pages. Each pair is the same template with the fault and without it,
 * so what a linter says of the wrong one and not of the right one is what it says of the fault.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface FaultPair {
  readonly rule: string;
  readonly wrong: string;
  readonly right: string;
}

const pages = join(dirname(dirname(import.meta.dirname)), "knowledge/rules");

/** Writes the pairs as files below the folder and tells their paths. A page's first pair counts. */
export function writeFaultPairs(folder: string): readonly FaultPair[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(pages)
    .sort()
    .flatMap((rule) => {
      const page = readFileSync(join(pages, rule, "en.md"), "utf8");
      const [wrong, right] = [example(page, "wrong"), example(page, "right")];
      if (wrong === undefined || right === undefined) return [];
      const pair = { rule, wrong: join(folder, `${rule}.wrong.yaml`), right: join(folder, `${rule}.right.yaml`) };
      writeFileSync(pair.wrong, wrong);
      writeFileSync(pair.right, right);
      return [pair];
    });
}

function example(page: string, kind: "wrong" | "right"): string | undefined {
  return new RegExp(`^\`\`\`yaml ${kind}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1];
}
