package org.mera.submission;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds documents by the codes in running text without making a string of each: a hash table with open addressing. */
final class CodeIndex {

    private final char[][] codes;
    private final ParsedDocument[] documents;
    private final int mask;

    /** @param byCode documents by the normal form of their codes */
    CodeIndex(Map<String, ParsedDocument> byCode) {
        int capacity = Integer.highestOneBit(Math.max(1, byCode.size()) * 2) * 2;
        codes = new char[capacity][];
        documents = new ParsedDocument[capacity];
        mask = capacity - 1;
        byCode.forEach(this::put);
    }

    /** {@return the document whose code stands between two indices of a text, or null} */
    @Nullable
    ParsedDocument find(char[] text, int from, int end) {
        int slot = hash(text, from, end) & mask;
        while (codes[slot] != null) {
            if (isCode(codes[slot], text, from, end)) {
                return documents[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private void put(String code, ParsedDocument document) {
        char[] text = code.toCharArray();
        int slot = hash(text, 0, text.length) & mask;
        while (codes[slot] != null) {
            slot = (slot + 1) & mask;
        }
        codes[slot] = text;
        documents[slot] = document;
    }

    private static boolean isCode(char[] code, char[] text, int from, int end) {
        if (code.length != end - from) {
            return false;
        }
        for (int i = 0; i < code.length; i++) {
            if (code[i] != DocumentCode.fold(text[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] text, int from, int end) {
        int hash = 0;
        for (int i = from; i < end; i++) {
            hash = hash * 31 + DocumentCode.fold(text[i]);
        }
        return hash ^ (hash >>> 7);
    }
}
