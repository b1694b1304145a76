/** Real queries over the real knowledge base, in both languages. */
import { describe, expect, test } from "vitest";
import type { MarkedText, SearchHit } from "../../../../protocol/requests.ts";
import type { Language } from "../../../../server/src/base/localized.ts";
import { createSearch } from "../../../../server/src/features/reference/search.ts";
import { allRules } from "../../../../server/src/rules/index.ts";
import { knowledge } from "../../../support/snapshot.ts";

const search = createSearch(knowledge, (id) => allRules.find((rule) => rule.id === id)?.topic);

const hitsFor = (query: string, language: Language): readonly SearchHit[] => search(query, language).hits;
const idsFor = (query: string, language: Language): readonly string[] => hitsFor(query, language).map(({ id }) => id);

function marksOf({ text, marks }: MarkedText): readonly string[] {
  return marks.map(({ start, end }) => text.slice(start, end));
}

function hit(query: string, language: Language, id: string): SearchHit {
  const found = hitsFor(query, language).find((each) => each.id === id);
  if (!found) throw new Error(`"${query}" does not find ${id}`);
  return found;
}

describe("Japanese compounds", () => {
  test.each([
    ["whole", "ルートテーブル"],
    ["half typed", "ルートテ"],
    ["as half-width kana", "ﾙｰﾄﾃｰﾌﾞﾙ"],
    ["as hiragana, before the input method converts it", "るーとてーぶる"],
    ["half typed as hiragana", "るーとて"],
  ])("are found %s", (_, query) => {
    expect(idsFor(query, "ja")[0]).toBe("route-table");
  });

  test("are found by the word that they end in", () => {
    expect(idsFor("テーブル", "ja")[0]).toBe("route-table");
    expect(idsFor("ゲートウェイ", "ja")).toEqual(expect.arrayContaining(["nat-gateway", "internet-gateway"]));
  });

  test("are marked as far as they were typed", () => {
    expect(marksOf(hit("ルートテ", "ja", "route-table").title)).toEqual(["ルートテ"]);
    expect(marksOf(hit("テーブル", "ja", "route-table").title)).toEqual(["テーブル"]);
  });

  test("are found with Latin words and particles between", () => {
    expect(idsFor("NATゲートウェイの料金", "ja")[0]).toBe("nat-gateway");
    expect(idsFor("VPCピアリング", "ja")[0]).toBe("vpc-peering");
    expect(idsFor("送信元/送信先チェック", "ja")).toContain("nat-instance-source-dest-check");
  });

  test("full-width Latin letters are letters", () => {
    expect(idsFor("ＮＡＴ", "ja")).toEqual(idsFor("NAT", "ja"));
  });
});

describe("the other language", () => {
  test("English names lead to the page for a Japanese reader, and Japanese ones for an English reader", () => {
    expect(idsFor("NAT gateway", "ja")[0]).toBe("nat-gateway");
    expect(idsFor("route table", "ja")[0]).toBe("route-table");
    expect(idsFor("NAT ゲートウェイ", "en")[0]).toBe("nat-gateway");
    expect(idsFor("ルートテーブル", "en")[0]).toBe("route-table");
  });

  test("what was found is shown, where the title in the reader's language does not hold it", () => {
    const { title, excerpt } = hit("route table", "ja", "route-table");
    expect(marksOf(title)).toEqual([]);
    expect(excerpt && marksOf(excerpt)).toEqual(["Route", "table"]);
  });
});

describe("English", () => {
  test.each([
    ["route table", "route-table"],
    ["peering", "vpc-peering"],
    ["ephemeral ports", "ephemeral-ports"],
    ["eip", "elastic-ip"],
    ["allowlist", "nat-gateway"],
    ["AWS::EC2::NatGateway", "nat-gateway"],
    ["CfnRouteTable", "route-table"],
  ])("%s leads to %s", (query, id) => {
    expect(idsFor(query, "en")).toContain(id);
  });

  test("finds while a word is being typed", () => {
    expect(idsFor("ephem", "en")[0]).toBe("ephemeral-ports");
  });

  test("forgives a letter in a longer Latin word, not in a short one", () => {
    expect(idsFor("gatway", "en")).toContain("nat-gateway");
    expect(idsFor("nxt", "en")).not.toContain("nat-gateway");
  });

  test("what is spelled right comes before what is only near", () => {
    const ids = idsFor("overlap", "en");
    expect(ids[0]).toMatch(/overlap/);
  });

  test("words that say nothing are not asked for", () => {
    expect(idsFor("how to check the source", "en")).toContain("nat-instance-source-dest-check");
  });
});

describe("names of code", () => {
  test.each(["en", "ja"] as const)("a rule is found by its id (%s)", (language) => {
    const [first] = hitsFor("nat-public-without-eip", language);
    expect(first).toMatchObject({ kind: "rule", id: "nat-public-without-eip", context: "nat-public-without-eip" });
    expect(first?.section).toBe("NAT");
  });

  test.each(["en", "ja"] as const)("a property is found by its name, whole or begun (%s)", (language) => {
    expect(idsFor("AllocationId", language)).toEqual(expect.arrayContaining(["elastic-ip", "nat-allocation-is-ref"]));
    expect(idsFor("allocationi", language)).toContain("elastic-ip");
  });

  test("an address is one word, not its numbers", () => {
    const hits = hitsFor("0.0.0.0/0", "en");
    expect(hits.map(({ id }) => id)).toContain("route-table");
    for (const { excerpt } of hits) expect(excerpt && marksOf(excerpt)).toContain("0.0.0.0/0");
  });
});

describe("ranking", () => {
  test("a title comes before keywords, facts and the text of a page", () => {
    const ids = idsFor("subnet", "en");
    expect(ids[0]).toBe("subnet");
    // It is in this topic's facts, and in no title or keyword of it.
    expect(ids.indexOf("internet-gateway")).toBeGreaterThan(ids.indexOf("subnet-overlap"));
  });

  test("the page that is called just so comes before those that are called longer", () => {
    const ids = idsFor("nat gateway", "en");
    expect(ids.indexOf("nat-gateway")).toBeLessThan(ids.indexOf("nat-gateway-connectivity"));
  });

  test("a keyword comes before a fact", () => {
    const ids = idsFor("overlap", "en").filter((id) => !id.endsWith("overlap"));
    expect(ids.indexOf("subnet-cidr-planning")).toBeLessThan(ids.indexOf("vpc-peering"));
  });
});

describe("nothing", () => {
  test.each(["", "   ", "、。", "quuxblorp", "ぬるぽ"])("is found for %j", (query) => {
    expect(hitsFor(query, "en")).toEqual([]);
    expect(hitsFor(query, "ja")).toEqual([]);
  });
});

test.each(["en", "ja"] as const)("excerpts are short, plain text, and their marks lie in them (%s)", (language) => {
  for (const query of ["VPC", "ルート", "NAT", "IPv6", "10.0.0.0/16", "料金", "AWS"]) {
    for (const { title, excerpt } of hitsFor(query, language)) {
      expect(excerpt?.text).not.toMatch(/\[[@^]|\]\(|`|\*\*/);
      expect(excerpt?.text.length).toBeLessThan(140);
      for (const { text, marks } of excerpt ? [title, excerpt] : [title]) {
        let at = 0;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }
    }
  }
});
