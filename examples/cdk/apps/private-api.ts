/**
 * Private APIs: a REST API that only a VPC endpoint reaches, with a VPC link to a network load balancer behind it; and
 * an HTTP API on the internet whose way into the same VPC leads through a VPC link to an internal load balancer.
 *
 *     npx cdk synth --app "npx tsx private-api.ts"
 */
import { App, Stack, type StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as albTargets from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export class PrivateApiStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.40.0.0/16'),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'internal', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    });

    // Who calls the REST API comes through here.
    const endpoint = vpc.addInterfaceEndpoint('ExecuteApi', {
      service: ec2.InterfaceVpcEndpointAwsService.APIGATEWAY,
    });
    const throughEndpoint = { StringEquals: { 'aws:SourceVpce': endpoint.vpcEndpointId } };
    const api = new apigateway.RestApi(this, 'Orders', {
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
      policy: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['execute-api:Invoke'],
            resources: ['execute-api:/*'],
            conditions: throughEndpoint,
          }),
        ],
      }),
    });

    // The service behind both.
    const server = new ec2.Instance(this, 'Server', {
      vpc,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MICRO),
      machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }),
      allowAllOutbound: false,
    });

    const balancerGroup = new ec2.SecurityGroup(this, 'LinkBalancerGroup', { vpc, allowAllOutbound: false });
    const balancer = new elbv2.NetworkLoadBalancer(this, 'LinkBalancer', { vpc, securityGroups: [balancerGroup] });
    balancer.addListener('Http', { port: 80 }).addTargets('Server', {
      port: 8080,
      targets: [new albTargets.InstanceTarget(server)],
    });
    balancer.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTP, 'VPC link');
    // Targets that are instances don't let the balancer in by themselves.
    balancer.connections.allowTo(server, ec2.Port.tcp(8080), 'Service');

    const link = new apigateway.VpcLink(this, 'RestLink', { targets: [balancer] });
    api.root.addMethod(
      'GET',
      new apigateway.HttpIntegration(`http://${balancer.loadBalancerDnsName}`, {
        proxy: true,
        options: { connectionType: apigateway.ConnectionType.VPC_LINK, vpcLink: link },
      }),
    );

    // The HTTP API: no load balancer needs to be open to the internet.
    const linkGroup = new ec2.SecurityGroup(this, 'LinkGroup', { vpc, allowAllOutbound: false });
    const httpLink = new apigatewayv2.VpcLink(this, 'HttpLink', {
      vpc,
      subnets: { subnetGroupName: 'internal' },
      securityGroups: [linkGroup],
    });
    const inner = new elbv2.ApplicationLoadBalancer(this, 'Inner', { vpc });
    const web = inner.addListener('Web', { port: 80, open: false });
    web.addTargets('Server', { port: 8080, targets: [new albTargets.InstanceTarget(server)] });
    inner.connections.allowFrom(linkGroup, ec2.Port.HTTP, 'HTTP API');
    inner.connections.allowTo(server, ec2.Port.tcp(8080), 'Service');
    new apigatewayv2.HttpApi(this, 'Storefront', {
      corsPreflight: {
        allowOrigins: ['https://shop.example.com'],
        allowMethods: [apigatewayv2.CorsHttpMethod.GET, apigatewayv2.CorsHttpMethod.POST],
      },
      defaultIntegration: new integrations.HttpAlbIntegration('Inner', web, { vpcLink: httpLink }),
    });
  }
}

export const app = new App();
new PrivateApiStack(app, 'PrivateApi');
