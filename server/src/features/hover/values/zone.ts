/** Availability Zones by name and by id, Local Zones, Wavelength Zones; which Region they are in. */
import type { Localized } from "../../../base/localized.ts";
import type { HoverContext } from "../property.ts";
import { type Explanation, headed, speaker } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  name: { en: "zone {letter} of {region}", ja: "{region} のゾーン {letter}" },
  id: { en: "zone id", ja: "ゾーン ID" },
  local: { en: "Local Zone of {region}", ja: "{region} のローカルゾーン" },
  wavelength: { en: "Wavelength Zone of {region}", ja: "{region} の Wavelength Zone" },
  place: { en: "{region} ({place})", ja: "{region} ({place})" },
  idInName: {
    en: "⚠ This is a zone id; it goes into `AvailabilityZoneId`.",
    ja: "⚠ これはゾーン ID。`AvailabilityZoneId` に書く。",
  },
  nameInId: {
    en: "⚠ This is a zone name; `AvailabilityZoneId` takes an id such as `use1-az1`.",
    ja: "⚠ これはゾーン名。`AvailabilityZoneId` には `use1-az1` のような ID を書く。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

const region = "[a-z]{2}(?:-[a-z]+)+-\\d";
const forms = {
  wavelength: new RegExp(`^(${region})-wl\\d-[a-z]{3}-wlz-\\d$`),
  local: new RegExp(`^(${region})-[a-z]{3}-\\d[a-z]$`),
  name: new RegExp(`^(${region})([a-z])$`),
} as const;
const zoneId = /^[a-z]{3,5}\d(?:-[a-z]{3}\d|-wl\d-[a-z]{3}-wlz)?-?(?:az|wlz)?\d$/;

export function zoneExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const text = value.text.trim();
  const say = speaker(words, context.language);
  const wantsId = /AvailabilityZoneIds?$/.test(value.place);
  if (/-(az\d|wlz\d)$/.test(text) && zoneId.test(text)) {
    const key = /-wl\d-/.test(text) ? "wavelength-id" : /-[a-z]{3}\d-az/.test(text) ? "local-id" : "id";
    const about = context.knowledge.values.find("zones", key) ?? context.knowledge.values.find("zones", "id");
    return explained(text, say("id"), about, wantsId ? undefined : say("idInName"), context);
  }
  for (const form of ["wavelength", "local", "name"] as const) {
    const [, code, letter = ""] = forms[form].exec(text) ?? [];
    if (code === undefined) continue;
    const about = context.knowledge.values.find("zones", form);
    const title = say(form, { region: regionText(code, context), letter });
    return explained(text, title, about, wantsId ? say("nameInId") : undefined, context);
  }
  return undefined;
}

/** `!Select [0, !GetAZs ""]`: what is known of the zone that comes out. */
export function selectedZoneExplanation(context: HoverContext): Explanation | undefined {
  const about = context.knowledge.values.find("zones", "get-azs");
  return about && { lines: [about.text[context.language]], sources: about.sources, topic: about.topic };
}

function explained(
  text: string,
  title: string,
  about: ReturnType<HoverContext["knowledge"]["values"]["find"]>,
  complaint: string | undefined,
  { language }: HoverContext,
): Explanation {
  return {
    heading: headed(text, title),
    lines: [complaint, about?.text[language]],
    sources: about?.sources ?? [],
    topic: about?.topic,
  };
}

function regionText(code: string, { knowledge, language }: HoverContext): string {
  const place = knowledge.values.find("regions", code)?.name?.[language];
  return place === undefined ? code : speaker(words, language)("place", { region: code, place });
}
