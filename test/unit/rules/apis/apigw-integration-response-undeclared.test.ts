import { test } from "vitest";
import { apigwIntegrationResponseUndeclared } from "../../../../server/src/rules/apis/apigw-integration-response-undeclared.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const method = (responses: string, { declared = "", type = "MOCK", before = "" } = {}): string => `${before}Resources:
  Options:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      ResourceId: res-1
      HttpMethod: OPTIONS
      Integration:
        Type: ${type}
        IntegrationResponses:
${responses}
${declared}`;
const plain = "          - StatusCode: 200";
const origin = `${plain}
            ResponseParameters:
              method.response.header.Access-Control-Allow-Origin: "'*'"`;
const declare = (parameters = ""): string => `      MethodResponses:
        - StatusCode: 200
${parameters}`;
const originDeclared = declare(
  "          ResponseParameters:\n            method.response.header.access-control-allow-origin: true\n",
);

test("a status that is not declared", () => {
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(
      `          - StatusCode: 404
#                       ^^^ warning: Options maps answers of the backend to 404, which its MethodResponses don't declare. Callers get 500 in place of such an answer. Add a method response with StatusCode 404.`,
      { declared: declare() },
    ),
  );
  checkNoFix(apigwIntegrationResponseUndeclared, method(plain));
});

test("a header that is not declared, in Japanese", () =>
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(
      `          - StatusCode: '200'
            ResponseParameters:
              method.response.header.Access-Control-Allow-Origin: "'*'"
#                                                                 ^^^^^ error: Options は 200 で method.response.header.Access-Control-Allow-Origin を設定しているが、200 のメソッドレスポンスにこのヘッダーの宣言がない。API Gateway に拒否され、作成は失敗する。メソッドレスポンスの ResponseParameters に method.response.header.Access-Control-Allow-Origin を宣言すること。`,
      { declared: declare() },
    ),
    { messages: "ja" },
  ));

test("declared ones, whatever the case, and proxies", () => {
  checkRule(apigwIntegrationResponseUndeclared, method(plain, { declared: declare() }));
  checkRule(apigwIntegrationResponseUndeclared, method(origin, { declared: originDeclared }));
  checkRule(apigwIntegrationResponseUndeclared, method(origin, { type: "AWS_PROXY" }));
  checkRule(apigwIntegrationResponseUndeclared, method(origin, { type: "HTTP_PROXY" }));
});

test("several responses without a pattern, of which only one can be the default", () => {
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(`${plain}\n          - StatusCode: 400\n          - StatusCode: 500`, { declared: declare() }),
  );
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(
      `${plain}
          - SelectionPattern: '4..'
            StatusCode: 400
#                       ^^^ warning: Options maps answers of the backend to 400…`,
      { declared: declare() },
    ),
  );
});

test("responses, statuses and types that nobody knows", () => {
  const before = "Parameters: { Value: { Type: String } }\n";
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(origin, { declared: "      MethodResponses: [!Ref Value]\n", before }),
  );
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(origin, { declared: "      MethodResponses: [{ StatusCode: !Ref Value }]\n", before }),
  );
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(origin, { declared: declare("          ResponseParameters: !Ref Value\n"), before }),
  );
  checkRule(apigwIntegrationResponseUndeclared, method(plain.replace("200", "!Ref Value"), { before }));
  checkRule(apigwIntegrationResponseUndeclared, method(origin, { type: "!Ref Value", before }));
});

test("a response that conditions choose", () => {
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(plain.replace("200", "!If [Live, 200, 204]"), {
      declared: "      MethodResponses: [{ StatusCode: !If [Live, 200, 204] }]\n",
      before,
    }),
  );
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(
      `          - StatusCode: !If [Live, 200, 204]
#                                       ^^^ warning: When Live is false: Options maps answers of the backend to 204…`,
      { declared: declare(), before },
    ),
  );
});

test("a default type is a warning", () =>
  checkRule(
    apigwIntegrationResponseUndeclared,
    method(
      `          - StatusCode: 200
            ResponseParameters:
              method.response.header.Access-Control-Allow-Origin: "'*'"
#                                                                 ^^^^^ warning: With the default of Kind (MOCK), Options sets method.response.header.Access-Control-Allow-Origin for 200…`,
      {
        declared: declare(),
        type: "!Ref Kind",
        before: "Parameters: { Kind: { Type: String, Default: MOCK } }\n",
      },
    ),
  ));

test("a CDK program", () =>
  checkRule(
    apigwIntegrationResponseUndeclared,
    typescript(
      `new apigateway.CfnMethod(this, 'Options', {
  restApiId: 'api-1',
  resourceId: 'res-1',
  httpMethod: 'OPTIONS',
  methodResponses: [{ statusCode: '200' }],
  integration: { type: 'MOCK', integrationResponses: [{ statusCode: '404' }] },
//                                                                  ^^^^^ warning: Options maps answers of the backend to 404…
});`,
      ["apigateway"],
    ),
  ));
