import { defineRule } from "../rule.ts";
import { reportMissingAnswers } from "./missing-answers.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
export const naclNoEphemeralEgress = defineRule({
  id: "nacl-no-ephemeral-egress",
  group: "network-acls",
  severity: "warning",
  topic: "ephemeral-ports",
  messages: {
    noAnswer: {
      en: "{id} lets TCP {ports} in{family}, but none of its outbound rules allows the answers to {peers}: they go to the ports that clients choose, and a network ACL does not remember connections. Clients time out. Allow TCP 1024–65535 outbound.",
      ja: "{id} は TCP {ports} のインバウンドを許可している{family}が、{peers} への応答を許可するアウトバウンドルールがない。応答の宛先はクライアントの一時ポートで、ネットワーク ACL は接続を記憶しないため、タイムアウトになる。TCP 1024〜65535 のアウトバウンドを許可すること。",
    },
  },
  check({ network }, report) {
    reportMissingAnswers(network, false, report);
  },
});
