/** The services of `InterfaceVpcEndpointAwsService`: their names and ports are in no assembly, only in the library. */
import { App, Stack } from "aws-cdk-lib";
import { InterfaceVpcEndpointAwsService } from "aws-cdk-lib/aws-ec2";

/** A region whose endpoints all have the usual names. */
const region = "us-east-1";

/** In the form of `CatalogData.endpointServices`. */
export function collectEndpointServices(): Readonly<Record<string, string>> {
  const stack = new Stack(new App(), "Stack", { env: { region } });
  const services: Record<string, string> = {};
  for (const [constant, service] of Object.entries(InterfaceVpcEndpointAwsService)) {
    if (!(service instanceof InterfaceVpcEndpointAwsService)) continue;
    const name = String(stack.resolve(service.name)).replace(region, "*");
    const isUsual = name === `com.amazonaws.*.${service.shortName}`;
    services[constant] = `${isUsual ? service.shortName : `=${name}`}${service.port === 443 ? "" : `:${service.port}`}`;
  }
  return services;
}
