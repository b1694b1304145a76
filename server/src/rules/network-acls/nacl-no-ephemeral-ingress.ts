import { defineRule } from "../rule.ts";
import { reportMissingAnswers } from "./missing-answers.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
export const naclNoEphemeralIngress = defineRule({
  id: "nacl-no-ephemeral-ingress",
  group: "network-acls",
  severity: "warning",
  topic: "ephemeral-ports",
  messages: {
    noAnswer: {
      en: "{id} lets TCP {ports} out{family}, but none of its inbound rules allows the answers from {peers}: they come to the ports that the clients in the subnet choose, and a network ACL does not remember connections. Connections time out. Allow TCP 1024–65535 inbound.",
      ja: "{id} は TCP {ports} のアウトバウンドを許可している{family}が、{peers} からの応答を許可するインバウンドルールがない。応答の宛先はサブネット内のクライアントの一時ポートで、ネットワーク ACL は接続を記憶しないため、タイムアウトになる。TCP 1024〜65535 のインバウンドを許可すること。",
    },
  },
  check({ network }, report) {
    reportMissingAnswers(network, true, report);
  },
});
