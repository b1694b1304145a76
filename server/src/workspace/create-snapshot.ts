/** Makes a snapshot whose stages run when they are first asked for, each once. */
import { buildNetwork } from "../network/build.ts";
import type { Network } from "../network/model.ts";
import { applyIgnores } from "../rules/ignores.ts";
import type { Finding } from "../rules/rule.ts";
import { isOff, type RuleSettings, runRules } from "../rules/run.ts";
import { createEvaluator } from "../template/evaluate.ts";
import type { Evaluator } from "../template/value.ts";
import type { Services } from "./document-store.ts";
import type { CheckSettings, DocumentLanguage, ReadDocument, Snapshot } from "./snapshot.ts";

export interface ReadVersion {
  readonly uri: string;
  readonly version: number;
  readonly language: DocumentLanguage;
  readonly text: string;
  readonly read: ReadDocument;
}

export function createSnapshot(source: ReadVersion, services: Services, settings: CheckSettings): Snapshot {
  const { template } = source.read;
  const evaluator = once<Evaluator>(() => createEvaluator(template, settings.assume));
  const network = once<Network>(() => buildNetwork(template, evaluator()));
  const run = (by: RuleSettings) =>
    inOrder(
      runRules(
        { template, evaluator: evaluator(), network: network(), spec: services.spec },
        by,
        services.onRuleFailure,
      ),
      source.read,
    );
  const unfiltered = once<readonly Finding[]>(() => run({ rules: {} }));
  const findings = once<readonly Finding[]>(() => {
    if (settings.ignored) return [];
    const { layout, problems, ignores } = source.read;
    // While the text is broken, findings come and go, and a wish to ignore one is not to be blamed.
    const isWhole = !problems.some(({ code }) => code === "syntax-error" || code === "tab-indentation");
    const hasSpoken = (ruleId: string) => isWhole && !isOff(ruleId, settings);
    const found = changesNothing(settings) ? unfiltered() : run(settings);
    const left = applyIgnores({ findings: found, notes: ignores(), layout, settings, hasSpoken });
    return inOrder(left, source.read);
  });
  return {
    uri: source.uri,
    version: source.version,
    languageId: source.language,
    text: source.text,
    document: source.read,
    template,
    get evaluator() {
      return evaluator();
    },
    get network() {
      return network();
    },
    get findings() {
      return findings();
    },
    get unfiltered() {
      return unfiltered();
    },
  };
}

function changesNothing({ rules, groups = {} }: RuleSettings): boolean {
  return Object.keys(rules).length === 0 && Object.keys(groups).length === 0;
}

function inOrder(findings: readonly Finding[], { layout }: ReadDocument): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, start: layout.rangeOf(finding.at).start }));
  return placed.sort((a, b) => a.start - b.start).map(({ finding }) => finding);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
