/** `globalaccelerator.Accelerator`, its listeners and endpoint groups. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, madeOf, refGiven } from "./attributes.ts";
import { argumentOf } from "./call-arguments.ts";
import { durationSeconds, enumText } from "./enums.ts";
import { addImplied, type Maker, openEnd } from "./implied.ts";
import type { MethodCall } from "./made.ts";
import { childOf, mapObjects } from "./options.ts";
import { optionsOf } from "./subnet-selection.ts";
import { attributeOf, type Given, itemsOf, listOf, objectOf } from "./values.ts";

export function makeAccelerator(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const types = { IPV4: "IPV4", DUAL_STACK: "DUAL_STACK" };
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::GlobalAccelerator::Accelerator",
    properties: {
      Enabled: given.get("enabled") ?? (open ? undefined : scalar(true)),
      IpAddressType: enumText(given.get("ipAddressType"), "IpAddressType", types),
      IpAddresses: given.get("ipAddresses"),
    },
    open: true,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { acceleratorArn: "AcceleratorArn", dnsName: "DnsName" }),
    method: (inReading, call) => {
      if (call.name !== "addListener" || call.frame.repeated) return undefined;
      const made = childOf(inReading, maker.id, call);
      addListener(inReading, made, attributeOf(maker.id, "AcceleratorArn", made.callee), made.options, made.open);
      return { kind: "other-construct", symbol: "globalaccelerator.Listener", id: made.id };
    },
  });
}

export function makeAcceleratorListener(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
): void {
  const given = optionsOf(entries);
  addListener(reading, maker, arnGiven(reading, given.get("accelerator"), "AcceleratorArn"), given, open);
}

function arnGiven(reading: Reading, given: Located | undefined, attribute: string): Given {
  const made = madeOf(reading, given);
  return given && { value: made ? attributeOf(made.id, attribute, given.range) : opaque, range: given.range };
}

function addListener(
  reading: Reading,
  maker: Maker,
  accelerator: Given,
  given: ReadonlyMap<string, Located>,
  open: boolean,
): void {
  const affinities = { NONE: "NONE", SOURCE_IP: "SOURCE_IP" };
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::GlobalAccelerator::Listener",
    properties: {
      AcceleratorArn: accelerator ?? opaque,
      PortRanges: portRanges(given.get("portRanges")),
      Protocol: enumText(
        given.get("protocol"),
        "ConnectionProtocol",
        { TCP: "TCP", UDP: "UDP" },
        open ? undefined : "TCP",
      ),
      ClientAffinity: enumText(given.get("clientAffinity"), "ClientAffinity", affinities, open ? undefined : "NONE"),
    },
    open,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { listenerArn: "ListenerArn" }),
    method: (inReading, call) => groupMethod(inReading, maker.id, call),
  });
}

/** One port is a range of itself. */
function portRanges(given: Located | undefined): Given {
  return (
    given &&
    mapObjects(given, (options, range) =>
      objectOf({ FromPort: options.get("fromPort"), ToPort: options.get("toPort") ?? options.get("fromPort") }, range),
    )
  );
}

function groupMethod(reading: Reading, listener: string, call: MethodCall): CodeValue | undefined {
  if (call.name !== "addEndpointGroup" || call.frame.repeated) return undefined;
  const made = childOf(reading, listener, call);
  addGroup(reading, made, attributeOf(listener, "ListenerArn", made.callee), made.options, made.open);
  return { kind: "other-construct", symbol: "globalaccelerator.EndpointGroup", id: made.id };
}

export function makeEndpointGroup(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  addGroup(reading, maker, arnGiven(reading, given.get("listener"), "ListenerArn"), given, open);
}

function addGroup(
  reading: Reading,
  maker: Maker,
  listener: Given,
  given: ReadonlyMap<string, Located>,
  open: boolean,
): void {
  const endpoints = given.get("endpoints");
  const overrides = given.get("portOverrides");
  const items = itemsOf(endpoints);
  const known: Located[] = (items ?? []).map((item) => ({ value: endpoint(reading, item), range: item.range }));
  const protocols = { HTTP: "HTTP", HTTPS: "HTTPS", TCP: "TCP" };
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::GlobalAccelerator::EndpointGroup",
    properties: {
      ListenerArn: listener ?? opaque,
      EndpointGroupRegion: given.get("region") ?? regionOf(reading, open ? undefined : items?.[0], maker.callee),
      EndpointConfigurations: known.length > 0 ? listOf([...known, openEnd(maker)], maker.callee) : undefined,
      HealthCheckIntervalSeconds: durationSeconds(given.get("healthCheckInterval")),
      HealthCheckPort: given.get("healthCheckPort"),
      HealthCheckProtocol: enumText(given.get("healthCheckProtocol"), "HealthCheckProtocol", protocols),
      PortOverrides:
        overrides &&
        mapObjects(overrides, (options, range) =>
          objectOf({ EndpointPort: options.get("endpointPort"), ListenerPort: options.get("listenerPort") }, range),
        ),
      TrafficDialPercentage: given.get("trafficDialPercentage"),
    },
    // Endpoints may be added later.
    open: true,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { endpointGroupArn: "EndpointGroupArn" }),
  });
}

/** The region of the first endpoint: that of the stack, where the endpoint is one of this program. */
function regionOf(reading: Reading, first: Located | undefined, at: Located["range"]): CodeValue {
  const owner = first?.value.kind === "made" ? first.value.args[0] : undefined;
  return madeOf(reading, owner) ? refTo("AWS::Region", at) : opaque;
}

/** `new endpoints.ApplicationLoadBalancerEndpoint(balancer, { weight: 128 })`. */
function endpoint(reading: Reading, { value, range }: Located): CodeValue {
  if (value.kind !== "made" || !/^(Application|Network)LoadBalancerEndpoint$|^InstanceEndpoint$/.test(value.name)) {
    return opaque;
  }
  const owner = argumentOf(value, 0, value.name === "InstanceEndpoint" ? "instance" : "loadBalancer");
  const options = optionsOf(value.options);
  return objectOf(
    {
      EndpointId: refGiven(reading, owner),
      Weight: options.get("weight"),
      ClientIPPreservationEnabled: options.get("preserveClientIp"),
    },
    range,
  );
}
