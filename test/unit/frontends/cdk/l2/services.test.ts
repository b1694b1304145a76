/** Functions, containers and databases in a VPC, against synthesis. */
import { expect, test } from "vitest";
import { expectAsSynthesized, stackInPython, stackInTypeScript } from "../../../../support/cdk-programs.ts";
import { findingsOf } from "../../../../support/check-rule.ts";
import { read, resources, shown } from "../support.ts";

const types = /SecurityGroup|TargetGroup|DBSubnetGroup|DBInstance|DBCluster|ECS::Service|Lambda::Function/;

const inTypeScript = `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
const cluster = new ecs.Cluster(this, 'Cluster', { vpc });
const taskDefinition = new ecs.FargateTaskDefinition(this, 'Task');
taskDefinition.addContainer('web', { image: ecs.ContainerImage.fromRegistry('web') });
const service = new ecs.FargateService(this, 'App', { cluster, taskDefinition });
new ecs.FargateService(this, 'Edge', { cluster, taskDefinition, securityGroups: [group], assignPublicIp: true, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } });
const work = new lambda_.Function(this, 'Work', { vpc, allowAllOutbound: false, code: lambda_.Code.fromInline('x'), handler: 'index.handler', runtime: lambda_.Runtime.NODEJS_20_X });
const database = new rds.DatabaseInstance(this, 'Db', { vpc, engine: rds.DatabaseInstanceEngine.POSTGRES, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } });
database.connections.allowDefaultPortFrom(service, 'Service');
database.connections.allowFrom(work, ec2.Port.POSTGRES);
new rds.DatabaseInstance(this, 'Grouped', { vpc, engine: rds.DatabaseInstanceEngine.POSTGRES, securityGroups: [group] });`;

const inPython = `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
cluster = ecs.Cluster(self, "Cluster", vpc=vpc)
task_definition = ecs.FargateTaskDefinition(self, "Task")
task_definition.add_container("web", image=ecs.ContainerImage.from_registry("web"))
service = ecs.FargateService(self, "App", cluster=cluster, task_definition=task_definition)
ecs.FargateService(self, "Edge", cluster=cluster, task_definition=task_definition, security_groups=[group], assign_public_ip=True, vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC))
work = lambda_.Function(self, "Work", vpc=vpc, allow_all_outbound=False, code=lambda_.Code.from_inline("x"), handler="index.handler", runtime=lambda_.Runtime.NODEJS_20_X)
database = rds.DatabaseInstance(self, "Db", vpc=vpc, engine=rds.DatabaseInstanceEngine.POSTGRES, vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS))
database.connections.allow_default_port_from(service, "Service")
database.connections.allow_from(work, ec2.Port.POSTGRES)
rds.DatabaseInstance(self, "Grouped", vpc=vpc, engine=rds.DatabaseInstanceEngine.POSTGRES, security_groups=[group])`;

test("functions, services and databases come out as the CDK makes them", () => {
  const [inOne, inOther] = [stackInTypeScript(inTypeScript), stackInPython(inPython)];
  const { template } = read(inOne);
  expectAsSynthesized({ template, statements: inTypeScript, types });
  expect(shown(read(inOther).template)).toEqual(shown(template));
  for (const text of [inOne, inOther]) {
    expect(findingsOf(text).filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
  }
});

test("a service as a target is reached by address, at a port that isn't known", () => {
  const all = resources(
    stackInTypeScript(`const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const service = new ecs.FargateService(this, 'App', { cluster: new ecs.Cluster(this, 'Cluster', { vpc }), taskDefinition: props.task });
const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc });
lb.addListener('Web', { port: 80 }).addTargets('App', { port: 80, targets: [service] });`),
  );
  expect(all["Lb/Web/AppGroup"]).toContain("TargetType: ip");
  expect(all["App/SecurityGroup"]).toContain("SecurityGroupIngress: [?]");
  expect(Object.values(all).filter((text) => /SecurityGroup(In|E)gress /.test(text))).toEqual([]);
});

test("a function without a VPC, and a service in a cluster from elsewhere", () => {
  const all = resources(
    stackInTypeScript(`new lambda_.Function(this, 'Alone', { code: props.code });
new ecs.FargateService(this, 'App', { cluster: props.cluster, taskDefinition: props.task });`),
  );
  expect(Object.keys(all).sort()).toEqual(["App", "App/SecurityGroup"]);
  expect(all.App).toContain("Subnets: ?");
});
