/**
 * Cuts text into the words that are searched for. Latin words are found whole and by their parts (`AllocationId`,
 * `nat-public-without-eip`). Japanese has no spaces: `Intl.Segmenter` says where words begin, and from each of these
 * places the rest of the compound is a word too, so that ルートテーブル is found by itself, by テーブル and by ルートテ.
 */
import type { Language } from "../../base/localized.ts";

/** A word with its place in the text it was cut from, in UTF-16 code units. */
export interface Word {
  /** As it is compared: NFKC, lower case, hiragana as katakana. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** What a reader looks for: one of `parts` lists all of whose terms must be there. */
export interface Wanted {
  /** The whole as it was typed, and the pieces that it may stand for instead. */
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface WordCutter {
  /** Every word to be found in the text, overlapping ones included. */
  wordsOf(text: string): readonly Word[];
  /** What a query asks for, without what says nothing (particles, articles) where anything else is left. */
  wantedOf(query: string): readonly Wanted[];
}

/** A run of one script. Marks that the scripts share, as ー and the half-width voicing marks, belong to kana. */
const runs =
  /(?<latin>[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}_]|[-:./](?=[\p{Script=Latin}\p{Nd}]))*)|(?<katakana>[\p{Script=Katakana}ー゙゚ー]+)|(?<han>[\p{Script=Han}々]+)|(?<hiragana>[\p{Script=Hiragana}ー]+)/gu;

/** Where a Latin name falls apart: at signs, before a capital after a small letter, after an acronym. */
const seams = /[^\p{L}\p{Nd}]+|(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu;

const emptyWords = new Set("a an and are do does for from how i in is it of on or the to what when with".split(" "));

/** Cuts by the rules of the language; Japanese pages hold Latin words and are cut the same way. */
export function createWordCutter(language: Language): WordCutter {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });

  /** Where words begin in a run of Japanese. */
  const beginnings = (run: string): readonly number[] => [...segmenter.segment(run)].map(({ index }) => index);

  function wordsOfRun(run: string, start: number, latin: boolean): Word[] {
    const whole = { term: normal(run), start, end: start + run.length };
    const pieces = latin ? latinPieces(run) : japanesePieces(run);
    return [whole, ...pieces.map((piece) => ({ ...piece, start: start + piece.start, end: start + piece.end }))];
  }

  /** Each word alone, and each rest of the compound from a word on. */
  function japanesePieces(run: string): Word[] {
    const starts = beginnings(run);
    return starts.flatMap((from, index) => {
      const next = starts[index + 1] ?? run.length;
      const ends = from === 0 ? [next] : [next, run.length];
      return [...new Set(ends)].flatMap((end) =>
        from === 0 && end === run.length ? [] : [{ term: normal(run.slice(from, end)), start: from, end }],
      );
    });
  }

  return {
    wordsOf(text) {
      return [...text.matchAll(runs)].flatMap((match) =>
        wordsOfRun(match[0], match.index, match.groups?.latin !== undefined),
      );
    },
    wantedOf(query) {
      const found = [...query.normalize("NFKC").matchAll(runs)].map(({ 0: run, groups }) => ({
        whole: normal(run),
        parts:
          groups?.latin === undefined ? japaneseParts(run, beginnings(run)) : latinPieces(run).map(({ term }) => term),
        says: groups?.hiragana === undefined && !emptyWords.has(normal(run)),
      }));
      const saying = found.filter(({ says }) => says);
      return (saying.length > 0 ? saying : found).map(({ whole, parts }) => ({ whole, parts }));
    },
  };
}

/** The words of a compound, for texts that put others between them. One kana or character alone is found everywhere. */
function japaneseParts(run: string, starts: readonly number[]): readonly string[] {
  const parts = starts.map((from, index) => normal(run.slice(from, starts[index + 1])));
  return parts.length > 1 && parts.every(({ length }) => length > 1) ? parts : [];
}

/** The parts of a Latin name; none where it is one word, or an address, whose numbers alone mean nothing. */
function latinPieces(run: string): Word[] {
  if (/^[\d.:/]+$/.test(run)) return [];
  const pieces: Word[] = [];
  let start = 0;
  const add = (end: number): void => {
    if (end > start) pieces.push({ term: normal(run.slice(start, end)), start, end });
  };
  for (const seam of run.matchAll(seams)) {
    add(seam.index);
    start = seam.index + seam[0].length;
  }
  add(run.length);
  return pieces.length < 2 ? [] : pieces;
}

/** Half-width and full-width forms alike, hiragana as the katakana that stand 96 code points further on. */
function normal(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 96));
}
