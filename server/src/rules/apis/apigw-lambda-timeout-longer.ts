import type { Span } from "../../base/span.ts";
import { readOneOf } from "../../network/facts.ts";
import type { Evaluator, KnownValue, ReferenceValue, UnknownValue } from "../../template/value.ts";
import { allGuards, type Basis } from "../basis.ts";
import { readNumber } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { protocolsOfApiOf } from "./http-api.ts";
import { methodIntegrations } from "./integrations.ts";
import { basisOf, type Part, resourcesOf, settingOf } from "./parts.ts";

/** In milliseconds, where the integration says nothing. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const defaults = { REST: 29_000, WEBSOCKET: 29_000, HTTP: 30_000 };

export const apigwLambdaTimeoutLonger = defineRule({
  id: "apigw-lambda-timeout-longer",
  group: "apis",
  // The function may have other callers, who wait longer.
  severity: "info",
  topic: "api-gateway-errors",
  messages: {
    longer: {
      en: "{function} may run for {seconds} s, but {id} waits {wait} s for it. After that the caller gets 504 while the function runs on and is charged for. Set its Timeout to {to} or less, and move longer work to a queue or Step Functions.",
      ja: "{function} は {seconds} 秒まで動けるが、{id} が待つのは {wait} 秒。それを過ぎると呼び出し元には 504 が返り、関数だけが動き続けて課金される。Timeout を {to} 以下にし、長い処理はキューや Step Functions に回すこと。",
    },
  },
  check({ evaluator, template }, report) {
    const functions = new Map(
      resourcesOf(evaluator, "AWS::Lambda::Function").map((part) => [part.owner.id, part] as const),
    );
    if (functions.size === 0) return;
    const calls = new Map<string, Call[]>();
    for (const call of [...restCalls(evaluator), ...otherCalls(evaluator)]) {
      calls.set(call.function, [...(calls.get(call.function) ?? []), call]);
    }
    for (const [id, called] of functions) {
      for (const timeout of settingOf(evaluator, called, "Timeout", readNumber).known) {
        const cut = (calls.get(id) ?? []).filter((call) => {
          const guards = [called.owner, timeout, ...call.because].map(({ guard }) => guard);
          return timeout.value * 1000 > call.milliseconds && allGuards(evaluator.conditions, guards);
        });
        // One finding for all the methods that share the function.
        const [shortest] = cut.toSorted((a, b) => a.milliseconds - b.milliseconds);
        const to = Math.floor((shortest?.milliseconds ?? 0) / 1000);
        if (!shortest || to < 1) continue;
        report({
          at: timeout.span,
          message: "longer",
          data: { function: id, seconds: timeout.value, id: shortest.id, wait: shortest.milliseconds / 1000, to },
          related: [...new Map(cut.map((call) => [call.id, call])).values()]
            .slice(0, 3)
            .map(({ at }) => ({ at, message: { en: "An integration with it", ja: "この関数を呼ぶ統合" } })),
          because: [called.owner, timeout, ...shortest.because],
          fixes: () =>
            rewriteValue(
              template,
              { span: timeout.span, from: timeout.from, text: String(timeout.value) },
              to,
              { en: `Set Timeout of ${id} to ${to}`, ja: `${id} の Timeout を ${to} にする` },
              {},
            ),
        });
      }
    }
  },
});

/** An integration that waits for a function of the template. */
interface Call {
  readonly id: string;
  readonly function: string;
  readonly milliseconds: number;
  /** Where the time is written, else the integration. */
  readonly at: Span;
  readonly because: readonly Basis[];
}

function restCalls(evaluator: Evaluator): readonly Call[] {
  return methodIntegrations(evaluator).flatMap((integration) => {
    // A streamed response may take 15 minutes.
    const { absent, known } = settingOf(evaluator, integration, "ResponseTransferMode", readOneOf("BUFFERED"));
    const buffered: readonly Basis[] = [...known, ...absent.map((guard) => ({ guard }))];
    return buffered.flatMap((mode) => callsOf(evaluator, integration, "Uri", "Type", defaults.REST, [mode]));
  });
}

function otherCalls(evaluator: Evaluator): readonly Call[] {
  return resourcesOf(evaluator, "AWS::ApiGatewayV2::Integration").flatMap((integration) =>
    protocolsOfApiOf(evaluator, integration).flatMap(({ because, protocol }) =>
      callsOf(evaluator, integration, "IntegrationUri", "IntegrationType", defaults[protocol], because),
    ),
  );
}

/** Only a Lambda proxy is sure to wait: other integrations may ask for an asynchronous invocation. */
function callsOf(
  evaluator: Evaluator,
  integration: Part,
  uri: string,
  type: string,
  byDefault: number,
  because: readonly Basis[],
): readonly Call[] {
  const { id, resource } = integration.owner;
  const { absent, known } = settingOf(evaluator, integration, "TimeoutInMillis", readNumber);
  const waits = [
    ...known.map((written) => ({ milliseconds: written.value, at: written.span, because: written })),
    ...absent.map((guard) => ({ milliseconds: byDefault, at: resource.idSpan, because: { guard } })),
  ];
  return settingOf(evaluator, integration, type, readOneOf("AWS_PROXY")).known.flatMap((proxy) =>
    settingOf(evaluator, integration, uri, readFunction(evaluator)).known.flatMap((called) =>
      waits.map((wait) => ({
        ...wait,
        id,
        function: called.value,
        because: [...because, ...basisOf(integration), proxy, called, wait.because],
      })),
    ),
  );
}

/** The one function of the template that stands in the value, which itself is only known at deployment. */
function readFunction({ template }: Evaluator) {
  return (value: KnownValue | ReferenceValue | UnknownValue): string | undefined => {
    const { block, start, end } = value.span;
    const words = new Set(block.text.slice(start, end).match(/[A-Za-z\d]+/g));
    const [only, ...others] = [...words].filter(
      (word) => template.resources.get(word)?.type === "AWS::Lambda::Function",
    );
    return others.length === 0 ? only : undefined;
  };
}
