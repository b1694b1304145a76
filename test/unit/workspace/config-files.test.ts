import { expect, test } from "vitest";
import { createConfigFiles } from "../../../server/src/workspace/config-files.ts";

const root = "file:///w";
const document = "file:///w/a/b/vpc.yaml";
const config = (folder: string) => `${folder}/.routewise.yaml`;

/** Files in memory; each read can be held back, and ends when it is let go. */
function workspace(texts: Record<string, string | undefined>) {
  const reads: string[] = [];
  const changes: string[] = [];
  const broken: string[] = [];
  let held: (() => void)[] | undefined;
  const files = createConfigFiles({
    async read(uri) {
      reads.push(uri);
      const text = texts[uri];
      if (held) await new Promise<void>((resolve) => held?.push(resolve));
      return text;
    },
    roots: () => [root],
    onChange: () => changes.push("changed"),
    onBroken: (uri) => broken.push(uri),
  });
  return {
    files,
    texts,
    reads,
    changes,
    broken,
    hold() {
      held = [];
      return held;
    },
    /** What the rule is set to for the document, once everything is read. */
    async severity() {
      await files.load(document);
      return files.find(document)?.config.rules["subnet-overlap"];
    },
  };
}

const says = (severity: string) => `rules: { subnet-overlap: ${severity} }`;

test("the nearest counts alone, and what lies further up is not even read", async () => {
  const { severity, reads } = workspace({ [config("file:///w/a")]: "rules: {}", [config(root)]: says("off") });
  expect(await severity()).toBeUndefined();
  expect(reads).toEqual([config("file:///w/a/b"), config("file:///w/a")]);
});

test("a file that is deleted leaves the place to the next one up", async () => {
  const { severity, files, texts, changes } = workspace({
    [config("file:///w/a")]: says("hint"),
    [config(root)]: says("off"),
  });
  expect(await severity()).toBe("hint");
  texts[config("file:///w/a")] = undefined;
  files.changed(config("file:///w/a"));
  expect(await severity()).toBe("off");
  expect(changes).toHaveLength(1);
});

test("broken text leaves what was read last, and is told", async () => {
  const { severity, files, texts, changes, broken } = workspace({ [config(root)]: says("hint") });
  expect(await severity()).toBe("hint");
  texts[config(root)] = "rules: {";
  files.changed(config(root));
  expect(await severity()).toBe("hint");
  expect([changes, broken]).toEqual([[], [config(root)]]);
});

test("what changes nothing that counts tells nobody", async () => {
  const { severity, files, texts, changes } = workspace({ [config(root)]: says("hint") });
  await severity();
  texts[config(root)] = `# why\n${says("hint")}`;
  files.changed(config(root));
  files.changed("file:///w/other.yaml");
  await severity();
  expect(changes).toEqual([]);
});

test("of readings that overtake each other the later one counts", async () => {
  const { severity, files, texts, hold } = workspace({ [config(root)]: says("hint") });
  await severity();
  const held = hold();
  texts[config(root)] = says("error");
  files.changed(config(root));
  texts[config(root)] = says("off");
  files.changed(config(root));
  const [first, second] = held;
  second?.();
  expect(await severity()).toBe("off");
  first?.();
  expect(await severity()).toBe("off");
});

test("where a rule is written: the file that counts, else one at the root", async () => {
  const some = workspace({ [config("file:///w/a")]: says("hint") });
  await some.severity();
  expect(some.files.target(document)).toEqual({ uri: config("file:///w/a"), text: says("hint") });
  const none = workspace({});
  await none.severity();
  expect(none.files.target(document)).toEqual({ uri: config(root), text: undefined });
  expect(none.files.target("untitled:Untitled-1")).toBeUndefined();
});
