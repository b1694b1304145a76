import { test } from "vitest";
import { apigwPrivatePolicyOpen } from "../../../../server/src/rules/apis/apigw-private-policy-open.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const api = (statements: string, { type = "PRIVATE", before = "" } = {}): string => `${before}Resources:
  Inner:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: inner
      EndpointConfiguration: { Types: [${type}] }
      Policy:
        Version: '2012-10-17'
        Statement:
${statements}
`;
const allow = (principal: string, more = ""): string =>
  `          - { Effect: Allow, Principal: ${principal}, Action: execute-api:Invoke, Resource: 'execute-api:/*'${more} }`;
const condition = ", Condition: { StringEquals: { 'aws:SourceVpce': vpce-0123456789abcdef0 } }";

test("everybody without a condition", () => {
  checkRule(
    apigwPrivatePolicyOpen,
    api(`          - { Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' }
#                                       ^^^ warning: Inner is private, but its policy lets everybody call it without a condition: every VPC endpoint for execute-api will do, also one of another account. Add a condition on aws:SourceVpce or aws:SourceVpc.`),
  );
  checkNoFix(apigwPrivatePolicyOpen, api(allow("'*'")));
});

test("all accounts, in Japanese", () =>
  checkRule(
    apigwPrivatePolicyOpen,
    api(`          - { Effect: Allow, Principal: { AWS: ['*'] }, Action: execute-api:Invoke, Resource: 'execute-api:/*' }
#                                       ^^^^^^^^^^^^^^ warning: Inner はプライベート API だが、ポリシーが条件なしで誰にでも呼び出しを許可しており、他のアカウントのものも含め、どの execute-api 用 VPC エンドポイントからでも呼び出せる。aws:SourceVpce か aws:SourceVpc の条件を加えること。`),
    { messages: "ja" },
  ));

test("a condition, a denial, somebody, another type of endpoint", () => {
  checkRule(apigwPrivatePolicyOpen, api(allow("'*'", condition)));
  checkRule(
    apigwPrivatePolicyOpen,
    api(`${allow("'*'")}
          - { Effect: Deny, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*', Condition: { StringNotEquals: { 'aws:SourceVpc': vpc-0123456789abcdef0 } } }`),
  );
  checkRule(apigwPrivatePolicyOpen, api(allow("{ AWS: arn:aws:iam::123456789012:root }")));
  checkRule(apigwPrivatePolicyOpen, api(allow("'*'"), { type: "REGIONAL" }));
});

test("statements, effects and types that nobody knows", () => {
  const before = "Parameters: { Value: { Type: String } }\n";
  checkRule(apigwPrivatePolicyOpen, api(`${allow("'*'")}\n          - !Ref Value`, { before }));
  checkRule(apigwPrivatePolicyOpen, api(allow("'*'").replace("Effect: Allow", "Effect: !Ref Value"), { before }));
  checkRule(apigwPrivatePolicyOpen, api(allow("!Ref Value"), { before }));
  checkRule(apigwPrivatePolicyOpen, api(allow("'*'"), { type: "!Ref Value", before }));
});

test("a condition of the template", () =>
  checkRule(
    apigwPrivatePolicyOpen,
    api(allow("'*'"), {
      type: "!If [Live, REGIONAL, REGIONAL]",
      before: "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n",
    }),
  ));

test("a default type says so", () =>
  checkRule(
    apigwPrivatePolicyOpen,
    api(
      `          - { Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' }
#                                       ^^^ warning: With the default of Type (PRIVATE), Inner is private, but its policy lets everybody…`,
      { type: "!Ref Type", before: "Parameters: { Type: { Type: String, Default: PRIVATE } }\n" },
    ),
  ));

test("a CDK program", () =>
  checkRule(
    apigwPrivatePolicyOpen,
    typescript(
      `new apigateway.CfnRestApi(this, 'Inner', {
  name: 'inner',
  endpointConfiguration: { types: ['PRIVATE'] },
  policy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }] },
//                                                    ^^^ warning: Inner is private, but its policy lets everybody…
});`,
      ["apigateway"],
    ),
  ));
