/**
 * PrivateLink: a producer offers a service behind a network load balancer, a consumer reaches it through an endpoint in
 * its own VPC. Both VPCs have the same addresses, which doesn't matter: no route leads from one to the other.
 *
 *     npx cdk synth --app "npx tsx privatelink.ts"
 */
import { App, Stack, type StackProps } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';

export class ProducerStack extends Stack {
  readonly serviceName: string;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'ProducerVpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'service', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    });

    const balancerGroup = new ec2.SecurityGroup(this, 'BalancerGroup', { vpc, allowAllOutbound: false });
    const serverGroup = new ec2.SecurityGroup(this, 'ServerGroup', { vpc });
    balancerGroup.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.HTTPS, 'Consumers');
    balancerGroup.connections.allowTo(serverGroup, ec2.Port.tcp(8443), 'Service');

    const balancer = new elbv2.NetworkLoadBalancer(this, 'ServiceBalancer', {
      vpc,
      crossZoneEnabled: true,
      securityGroups: [balancerGroup],
    });
    const servers = new autoscaling.AutoScalingGroup(this, 'ServiceServers', {
      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroup: serverGroup,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MICRO),
      machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }),
      minCapacity: 2,
    });
    balancer.addListener('Tls', { port: 443 }).addTargets('Servers', { port: 8443, targets: [servers] });

    const service = new ec2.VpcEndpointService(this, 'Service', {
      vpcEndpointServiceLoadBalancers: [balancer],
      acceptanceRequired: true,
      allowedPrincipals: [new iam.ArnPrincipal('arn:aws:iam::123456789012:root')],
    });
    this.serviceName = service.vpcEndpointServiceName;
  }
}

export interface ConsumerProps extends StackProps {
  readonly serviceName: string;
}

export class ConsumerStack extends Stack {
  constructor(scope: Construct, id: string, props: ConsumerProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'ConsumerVpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'client', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    });
    const endpoint = new ec2.InterfaceVpcEndpoint(this, 'Endpoint', {
      vpc,
      service: new ec2.InterfaceVpcEndpointService(props.serviceName, 443),
      subnets: { subnetGroupName: 'client' },
      open: false,
    });
    const client = new ec2.Instance(this, 'Client', {
      vpc,
      vpcSubnets: { subnetGroupName: 'client' },
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MICRO),
      machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }),
      allowAllOutbound: false,
    });
    client.connections.allowToDefaultPort(endpoint, 'The service');

    // A name of the consumer's own for the endpoint.
    const zone = new route53.PrivateHostedZone(this, 'Names', { zoneName: 'services.internal', vpc });
    new route53.ARecord(this, 'ServiceName', {
      zone,
      recordName: 'payments',
      target: route53.RecordTarget.fromAlias(new targets.InterfaceVpcEndpointTarget(endpoint)),
    });
  }
}

export const app = new App();
const producer = new ProducerStack(app, 'Producer');
new ConsumerStack(app, 'Consumer', { serviceName: producer.serviceName });
