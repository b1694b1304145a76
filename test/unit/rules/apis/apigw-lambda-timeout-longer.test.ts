import { expect, test } from "vitest";
import { apigwLambdaTimeoutLonger } from "../../../../server/src/rules/apis/apigw-lambda-timeout-longer.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";

const uri = "!Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Orders.Arn}/invocations";
const lambda = (timeout: string): string => `  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Timeout: ${timeout}
`;
const method = (id = "Get", rest = "", type = "AWS_PROXY"): string => `  ${id}:
    Type: AWS::ApiGateway::Method
    Properties:
      Integration:
        Type: ${type}
        Uri: ${uri}
${rest}`;
const template = (resources: string, before = ""): string => `${before}Resources:\n${resources}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("a function that may outlast the call", () =>
  checkRule(
    apigwLambdaTimeoutLonger,
    template(
      `${lambda(`60
#              ^^ 💡 information: Orders may run for 60 s, but Get waits 29 s for it. After that the caller gets 504 while the function runs on and is charged for. Set its Timeout to 29 or less, and move longer work to a queue or Step Functions.`)}${method()}`,
    ),
  ));

test("one finding for all methods, by the shortest, in Japanese", () => {
  const methods = `${method("Get")}${method("Put", "        TimeoutInMillis: 5500\n")}${method("Patch", "        TimeoutInMillis: 29000\n")}`;
  checkRule(
    apigwLambdaTimeoutLonger,
    template(
      `${lambda(`30
#              ^^ 💡 information: Orders は 30 秒まで動けるが、Put が待つのは 5.5 秒。それを過ぎると呼び出し元には 504 が返り、関数だけが動き続けて課金される。Timeout を 5 以下にし、…`)}${methods}`,
    ),
    { messages: "ja" },
  );
  expect(relatedPlaces(apigwLambdaTimeoutLonger, template(`${lambda("10")}${methods}`))).toEqual([
    '18:26 "5500": An integration with it',
  ]);
});

test("an HTTP API waits 30 seconds, a WebSocket API 29", () => {
  const api = (
    protocol: string,
  ): string => `  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: ${protocol} } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Orders.Arn }
`;
  checkRule(apigwLambdaTimeoutLonger, template(`${lambda("30")}${api("HTTP")}`));
  checkRule(
    apigwLambdaTimeoutLonger,
    template(
      `${lambda(`30
#              ^^ 💡 information: Orders may run for 30 s, but Call waits 29 s for it.…`)}${api("WEBSOCKET")}`,
    ),
  );
});

test.each([
  ["a function within the time", template(`${lambda("29")}${method()}`)],
  ["an integration that may be asynchronous", template(`${lambda("60")}${method("Get", "", "AWS")}`)],
  ["a streamed response", template(`${lambda("60")}${method("Get", "        ResponseTransferMode: STREAM\n")}`)],
  ["a function elsewhere", template(method())],
  ["a function that no integration calls", template(lambda("900"))],
  ["an unknown time", template(`${lambda("!Ref T")}${method()}`, "Parameters:\n  T: { Type: Number }\n")],
  [
    "an unknown time of the integration",
    template(
      `${lambda("60")}${method("Get", "        TimeoutInMillis: !Ref T\n")}`,
      "Parameters:\n  T: { Type: Number }\n",
    ),
  ],
  [
    "cases that exclude each other",
    template(
      `${lambda("!If [Prod, 20, 10]")}${method("Get", "        TimeoutInMillis: !If [Prod, 29000, 10000]\n")}`,
      conditions,
    ),
  ],
])("%s", (_, text) => checkRule(apigwLambdaTimeoutLonger, text));

test("by default", () =>
  checkRule(
    apigwLambdaTimeoutLonger,
    template(
      `${lambda(`!Ref T
#              ^^^^^^ 💡 information: With the default of T (300), Orders may run for 300 s…`)}${method()}`,
      "Parameters:\n  T: { Type: Number, Default: 300 }\n",
    ),
  ));

test("shortens the function's time", () => {
  checkFix(
    apigwLambdaTimeoutLonger,
    template(`${lambda("300 # long")}${method()}`),
    template(`${lambda("29 # long")}${method()}`),
  );
  const json = (timeout: number): string => `{ "Resources": {
  "Orders": { "Type": "AWS::Lambda::Function", "Properties": { "Timeout": ${timeout} } },
  "Get": { "Type": "AWS::ApiGateway::Method", "Properties": { "Integration": { "Type": "AWS_PROXY", "IntegrationHttpMethod": "POST", "Uri": { "Fn::Join": ["", ["arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/", { "Fn::GetAtt": ["Orders", "Arn"] }, "/invocations"]] } } } }
} }`;
  checkFix(apigwLambdaTimeoutLonger, json(60), json(29));
});
