/** CDK programs for tests: the statements of one stack's constructor, with what stands around them. */

/** Modules of the library that the program imports under their usual names. */
type Modules = readonly string[];

export function typescript(statements: string, modules: Modules = ["ec2"]): string {
  const body = statements.trim().split("\n").join("\n    ");
  return `import * as cdk from 'aws-cdk-lib';
${modules.map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}';\n`).join("")}
class Net extends cdk.Stack {
  constructor(scope: Construct, id: string, props: NetProps) {
    super(scope, id, props);
    ${body}
  }
}
`;
}

export function python(statements: string, modules: Modules = ["ec2"]): string {
  const body = statements.trim().split("\n").join("\n        ");
  return `import aws_cdk as cdk
${modules.map((name) => `from aws_cdk import aws_${name} as ${name}\n`).join("")}
class Net(cdk.Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        ${body}
`;
}
