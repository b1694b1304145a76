/** What an import of the CDK's library binds. */
import type { ImportStatement, Program } from "../../syntax/code/ast.ts";
import type { CodeValue } from "./code-value.ts";

export interface ImportBinding {
  readonly local: string;
  readonly value: CodeValue;
}

/** Cheap, and true of every program that imports the CDK in any style. */
export function mentionsCdk(text: string): boolean {
  return text.includes("aws-cdk-lib") || text.includes("aws_cdk");
}

/** Whether the program itself imports the library; mentioning it in a comment or text is nothing. */
export function importsCdk({ body }: Program): boolean {
  return body.some((statement) => {
    if (statement.kind === "group") return importsCdk({ text: "", body: statement.body, errors: [] });
    return statement.kind === "import" && libraryModule(statement.module) !== undefined;
  });
}

/** Empty for an import of anything else. */
export function bindingsOf(statement: ImportStatement): readonly ImportBinding[] {
  const module = libraryModule(statement.module);
  if (module === undefined) return [];
  return statement.names
    .filter(({ local }) => local !== "*")
    .map(({ imported, local }) => ({
      local,
      value: imported === "*" ? { kind: "library", module, name: "" } : memberOfLibrary(module, imported),
    }));
}

/** `aws-cdk-lib` and `aws_cdk` are the core (empty); `aws-cdk-lib/aws-ec2` and `aws_cdk.aws_ec2` are `aws_ec2`. */
export function libraryModule(path: string): string | undefined {
  const inner = /^(?:aws-cdk-lib|aws_cdk)(?:[/.](.+?))?(?:\/(?:lib|index).*)?$/.exec(path);
  if (!inner) return undefined;
  const module = inner[1]?.replaceAll("-", "_").replaceAll("/", ".") ?? "";
  return module === "core" || module === "lib" ? "" : module;
}

/** What `module.member` is: a module inside the core, or a class. */
export function memberOfLibrary(module: string, member: string): CodeValue {
  const isModule = module === "" && /^(aws|alexa)_[a-z0-9_]+$/.test(member);
  return isModule ? { kind: "library", module: member, name: "" } : { kind: "library", module, name: member };
}

/** `ec2.CfnVPC`, `elbv2.CfnListener`: the module's usual alias and the class. */
export function symbolOf(module: string, name: string): string {
  const plain = module === "" ? "cdk" : module.replace(/^aws_/, "");
  return `${usualAliases.get(plain) ?? plain}.${name}`;
}

/** As AWS's own documentation imports them; the other modules by their name. */
const usualAliases: ReadonlyMap<string, string> = new Map([
  ["elasticloadbalancing", "elb"],
  ["elasticloadbalancingv2", "elbv2"],
]);
