import { expect, test } from "vitest";
import { apigwRestApiMismatch } from "../../../../server/src/rules/apis/apigw-rest-api-mismatch.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const apis = (more: string, before = ""): string => `${before}Resources:
  Shop: { Type: AWS::ApiGateway::RestApi, Properties: { Name: shop } }
  Admin: { Type: AWS::ApiGateway::RestApi, Properties: { Name: admin } }
${more}`;
const method = (properties: string, api = "!Ref Shop"): string => `  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: ${api}
      HttpMethod: GET
${properties}
`;
const atRoot = "      ResourceId: !GetAtt Shop.RootResourceId";
const validator = (id: string, api: string): string =>
  `  ${id}: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: !Ref ${api}, ValidateRequestBody: true } }\n`;

test("a validator of another API", () => {
  checkRule(
    apigwRestApiMismatch,
    apis(
      validator("Bodies", "Admin") +
        method(`${atRoot}
      RequestValidatorId: !Ref Bodies
#                         ^^^^^^^^^^^ error: Get is of Shop, but RequestValidatorId names Bodies of Admin. API Gateway looks for it in Shop alone, so CloudFormation will fail. Name one of Shop.`),
    ),
  );
  const text = apis(validator("Bodies", "Admin") + method(`${atRoot}\n      RequestValidatorId: !Ref Bodies`));
  expect(relatedPlaces(apigwRestApiMismatch, text)).toEqual([
    '8:18 "!Ref Shop": Get is of Shop',
    '4:79 "!Ref Admin": Bodies is of Admin',
  ]);
  checkNoFix(apigwRestApiMismatch, text);
});

test("the root of another API, in Japanese", () =>
  checkRule(
    apigwRestApiMismatch,
    apis(
      method(`      ResourceId: !GetAtt Admin.RootResourceId
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Get は Shop のものなのに、ResourceId は Admin のルートリソースを指している。API Gateway は Shop の中だけを探し、作成は失敗する。Shop のリソースを指定すること。`),
    ),
    { messages: "ja" },
  ));

test("deployments, authorizers, parents, stages of usage plans", () => {
  const cases = [
    `  Deployed: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Admin } }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Shop
      StageName: live
      DeploymentId: !GetAtt Deployed.DeploymentId
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Stage is of Shop, but DeploymentId names Deployed of Admin…
`,
    `  Users: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Admin, Type: TOKEN } }
${method(`${atRoot}
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Users
#                   ^^^^^^^^^^ error: Get is of Shop, but AuthorizerId names Users of Admin…`)}`,
    `  Up: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Admin, ParentId: !GetAtt Admin.RootResourceId, PathPart: up } }
  Down:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref Shop
      PathPart: down
      ParentId: !Ref Up
#               ^^^^^^^ 💡 error: Down is of Shop, but ParentId names Up of Admin…
`,
    `  Live: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Admin, StageName: live } }
  Plan:
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      ApiStages:
        - ApiId: !Ref Shop
          Stage: !Ref Live
#                ^^^^^^^^^ error: Plan is of Shop, but Stage names Live of Admin…
`,
  ];
  for (const text of cases) checkRule(apigwRestApiMismatch, apis(text));
});

test("one API, APIs and things from elsewhere", () => {
  checkRule(
    apigwRestApiMismatch,
    apis(validator("Bodies", "Shop") + method(`${atRoot}\n      RequestValidatorId: !Ref Bodies`)),
  );
  checkRule(
    apigwRestApiMismatch,
    apis(method(`${atRoot}\n      RequestValidatorId: !ImportValue validator`, "!ImportValue api")),
  );
  checkRule(
    apigwRestApiMismatch,
    apis(
      validator("Bodies", "Shop").replace("!Ref Shop", "!Ref Api") +
        method(`${atRoot}\n      RequestValidatorId: !Ref Bodies`),
      "Parameters: { Api: { Type: String } }\n",
    ),
  );
});

test("conditions that exclude each other", () =>
  checkRule(
    apigwRestApiMismatch,
    apis(
      method(
        "      ResourceId: !If [Live, !GetAtt Shop.RootResourceId, !GetAtt Admin.RootResourceId]",
        "!If [Live, !Ref Shop, !Ref Admin]",
      ),
      "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n",
    ),
  ));

test("what the API has of the kind, or its root", () => {
  const validators = validator("Bodies", "Admin") + validator("Own", "Shop");
  const before = apis(validators + method(`${atRoot}\n      RequestValidatorId: !Ref Bodies`));
  expect(fixTitles(apigwRestApiMismatch, before)).toEqual(["Name Own in RequestValidatorId"]);
  checkFix(apigwRestApiMismatch, before, before.replace("!Ref Bodies", "!Ref Own"));
  checkFix(apigwRestApiMismatch, apis(method("      ResourceId: !GetAtt Admin.RootResourceId")), apis(method(atRoot)));
});

test("the root in JSON", () => {
  const json = (api: string): string => `{
  "Resources": {
    "Shop": { "Type": "AWS::ApiGateway::RestApi", "Properties": { "Name": "shop" } },
    "Admin": { "Type": "AWS::ApiGateway::RestApi", "Properties": { "Name": "admin" } },
    "Items": {
      "Type": "AWS::ApiGateway::Resource",
      "Properties": {
        "RestApiId": { "Ref": "Shop" },
        "PathPart": "items",
        "ParentId": { "Fn::GetAtt": ["${api}", "RootResourceId"] }
      }
    }
  }
}
`;
  checkFix(apigwRestApiMismatch, json("Admin"), json("Shop"));
});

test("a CDK program", () =>
  checkRule(
    apigwRestApiMismatch,
    typescript(
      `const shop = new apigateway.CfnRestApi(this, 'Shop', { name: 'shop' });
const admin = new apigateway.CfnRestApi(this, 'Admin', { name: 'admin' });
const deployed = new apigateway.CfnDeployment(this, 'Deployed', { restApiId: admin.ref });
new apigateway.CfnStage(this, 'Stage', {
  restApiId: shop.ref,
  stageName: 'live',
  deploymentId: deployed.ref,
//              ^^^^^^^^^^^^ error: Stage is of Shop, but DeploymentId names Deployed of Admin…
});`,
      ["apigateway"],
    ),
  ));
