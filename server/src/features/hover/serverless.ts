/**
 * Resources of the Serverless Application Model, which the resource data has no words for. Source:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
 * (read 2026-11-23)
 */
import type { Language, Localized } from "../../base/localized.ts";
import { link, paragraphs, strong } from "../markdown.ts";

const texts: Readonly<Record<string, Localized>> = {
  Function: {
    en: "A Lambda function, with the role, the permissions and the event sources that belong to it. With `VpcConfig` it runs in subnets of a VPC, and reaches the internet only through a NAT gateway.",
    ja: "Lambda 関数と、そのロール、権限、イベントソース。`VpcConfig` を書くと VPC のサブネット内で動き、インターネットへは NAT ゲートウェイ経由でしか出られない。",
  },
  Api: {
    en: "A REST API of API Gateway, with deployment and stage.",
    ja: "API Gateway の REST API (デプロイとステージを含む)。",
  },
  HttpApi: { en: "An HTTP API of API Gateway, with its stage.", ja: "API Gateway の HTTP API (ステージを含む)。" },
  WebSocketApi: { en: "A WebSocket API of API Gateway.", ja: "API Gateway の WebSocket API。" },
  GraphQLApi: { en: "A GraphQL API of AppSync.", ja: "AppSync の GraphQL API。" },
  SimpleTable: {
    en: "A DynamoDB table with a primary key of one attribute.",
    ja: "属性 1 つの主キーを持つ DynamoDB テーブル。",
  },
  StateMachine: {
    en: "A state machine of Step Functions, with its role and events.",
    ja: "Step Functions のステートマシン (ロールとイベントを含む)。",
  },
  LayerVersion: { en: "A version of a Lambda layer.", ja: "Lambda レイヤーのバージョン。" },
  Application: {
    en: "A nested application, from a template or the repository.",
    ja: "テンプレートまたはリポジトリから取り込む、入れ子のアプリケーション。",
  },
  Connector: {
    en: "The permissions that one resource needs to use another.",
    ja: "あるリソースが別のリソースを使うための権限。",
  },
};

const words = { page: { en: "AWS SAM documentation", ja: "AWS SAM ドキュメント" } } as const;

export function isServerless(typeName: string): boolean {
  return typeName.startsWith("AWS::Serverless::");
}

/** Undefined for a type that is none of SAM's, or has come after this. */
export function serverlessText(typeName: string, language: Language): string | undefined {
  const text = isServerless(typeName) ? texts[kindOf(typeName)] : undefined;
  return text && paragraphs(strong(typeName), text[language], serverlessPage(typeName, [], language));
}

/** A link to the page of the resource, at the property. */
export function serverlessPage(typeName: string, path: readonly string[], language: Language): string {
  const kind = kindOf(typeName).toLowerCase();
  const [property] = path;
  const anchor = property === undefined ? "" : `#sam-${kind}-${property.toLowerCase()}`;
  const base = "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-";
  return link(words.page[language], `${base}${kind}.html${anchor}`);
}

function kindOf(typeName: string): string {
  return typeName.split("::")[2] ?? "";
}
