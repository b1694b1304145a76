/**
 * What the injection grammar colours inside VS Code's own grammars of YAML and JSON, tokenised by VS Code's engine.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { installHost } from "../../../tools/host/install.ts";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "../../..");
const ours = "injection.routewise.cloudformation";

/** The grammars are read and the engine is loaded once; the registry keeps what it has compiled. */
const registry = createRegistry();

async function createRegistry(): Promise<textmate.Registry> {
  installHost();
  const extensions = join(root, ".host/node_modules/code-server/lib/vscode/extensions");
  const files = await Promise.all(
    ["yaml/syntaxes/yaml", "yaml/syntaxes/yaml-1.0", "yaml/syntaxes/yaml-1.1", "yaml/syntaxes/yaml-1.2"]
      .concat(["yaml/syntaxes/yaml-1.3", "yaml/syntaxes/yaml-embedded", "json/syntaxes/JSON"])
      .map((name) => join(extensions, `${name}.tmLanguage.json`))
      .concat(join(root, "syntaxes/cloudformation.tmLanguage.json"))
      .map(async (file) => textmate.parseRawGrammar(await readFile(file, "utf8"), file)),
  );
  const grammars = new Map(files.map((grammar) => [grammar.scopeName, grammar]));
  await oniguruma.loadWASM(await readFile(join(require.resolve("vscode-oniguruma"), "../onig.wasm")));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => grammars.get(name),
    getInjections: (name) => (name === "source.yaml" || name === "source.json" ? [ours] : undefined),
  });
}

async function tokens(scopeName: string, text: string): Promise<readonly string[]> {
  const grammar = await (await registry).loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar of ${scopeName}`);
  return ownTokens(grammar, text);
}

/** `text: scope` of each token that has a scope of ours, without the grammar's suffix. */
function ownTokens(grammar: textmate.IGrammar, text: string): readonly string[] {
  let state = textmate.INITIAL;
  const found: { text: string; readonly scope: string; readonly end: number }[] = [];
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.findLast((each) => each.endsWith(".cloudformation"))?.slice(0, -".cloudformation".length);
      const last = found.at(-1);
      const part = line.slice(startIndex, endIndex);
      // The engine cuts a scope at each of its rules.
      if (scope && last?.scope === scope && last.end === startIndex)
        found.splice(-1, 1, { text: last.text + part, scope, end: endIndex });
      else if (scope) found.push({ text: part, scope, end: endIndex });
    }
  }
  return found.map((token) => `${token.text}: ${token.scope}`);
}

const fn = "support.function.intrinsic";
const cidr = "constant.numeric.cidr";

test.each([
  ["VpcId: !Ref Vpc", [`!Ref: ${fn}`]],
  ["Zone: !Select [0, !GetAZs '']", [`!Select: ${fn}`, `!GetAZs: ${fn}`]],
  ["VpcId: { Ref: Vpc }", [`Ref: ${fn}`]],
  ["Value:\n  Fn::Sub: text", [`Fn::Sub: ${fn}`]],
  ["CidrBlock: 10.0.0.0/16", [`10.0.0.0/16: ${cidr}`]],
  ['CidrIp: "0.0.0.0/0"', [`0.0.0.0/0: ${cidr}`]],
  ["CidrIpv6: ::/0", [`::/0: ${cidr}`]],
  ["CidrIpv6: 2001:db8::/32", [`2001:db8::/32: ${cidr}`]],
  ["FromPort: 443", ["443: constant.numeric.port"]],
  ["- { IpProtocol: tcp, FromPort: 22, ToPort: '23' }", ["22: constant.numeric.port", "23: constant.numeric.port"]],
  [
    "Name: !Sub ${Env}-x-${!Literal}",
    [
      `!Sub: ${fn}`,
      "${: punctuation.definition.template-expression.begin",
      "Env: variable.other.substitution",
      "}: punctuation.definition.template-expression.end",
      "${!Literal}: constant.character.escape",
    ],
  ],
  ["Arn: arn:aws:s3:::bucket/*", ["arn:aws:s3:::bucket/*: string.other.arn"]],
  ['- "arn:aws-cn:iam::1:role/a" # why', ["arn:aws-cn:iam::1:role/a: string.other.arn"]],
  [
    "- !Sub arn:${AWS::Partition}:s3:::b",
    [
      `!Sub: ${fn}`,
      "arn:: string.other.arn",
      "${: punctuation.definition.template-expression.begin",
      "AWS::Partition: variable.other.substitution",
      "}: punctuation.definition.template-expression.end",
      ":s3:::b: string.other.arn",
    ],
  ],
])("YAML: %s", async (text, expected) => expect(await tokens("source.yaml", text)).toEqual(expected));

test.each([
  "# !Ref Vpc and 10.0.0.0/16",
  "Reference: Ref",
  "Version: 10.0.0.0",
  "Date: 2026/11",
  "Path: a/10.0.0.0/16/b",
  "Other: !Reference x",
  "Time: 12:30:00",
  "Port: ssh",
])("YAML, nothing of ours: %s", async (text) => expect(await tokens("source.yaml", text)).toEqual([]));

test.each([
  ['{ "VpcId": { "Ref": "Vpc" } }', [`Ref: ${fn}`]],
  ['{ "Fn::GetAtt": ["A", "B"] }', [`Fn::GetAtt: ${fn}`]],
  ['{ "CidrBlock": "10.0.0.0/16", "FromPort": 80 }', [`10.0.0.0/16: ${cidr}`, "80: constant.numeric.port"]],
  ['{ "Ref2": "Fn::Sub" }', []],
])("JSON: %s", async (text, expected) => expect(await tokens("source.json", text)).toEqual(expected));
