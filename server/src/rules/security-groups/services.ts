/** Ports that the whole internet should not reach, and what listens there. */
import type { PortRange } from "../../network/security-rules.ts";

export const adminPorts: ReadonlyMap<number, string> = new Map([
  [22, "SSH"],
  [23, "Telnet"],
  [445, "SMB"],
  [3389, "RDP"],
  [5985, "WinRM"],
  [5986, "WinRM over TLS"],
]);

export const dataStorePorts: ReadonlyMap<number, string> = new Map([
  [1433, "SQL Server"],
  [1521, "Oracle Database"],
  [2379, "etcd"],
  [3306, "MySQL"],
  [5432, "PostgreSQL"],
  [5439, "Amazon Redshift"],
  [6379, "Redis"],
  [9042, "Cassandra"],
  [9092, "Kafka"],
  [9200, "Elasticsearch"],
  [11211, "Memcached"],
  [27017, "MongoDB"],
]);

export function isOnePort({ from, to }: PortRange): boolean {
  return from === to;
}
