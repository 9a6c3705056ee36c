package org.mera.submission;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mera.csv.FieldCharacters;
import org.mera.csv.TextEncoding;

/**
 * Reads the citations of a cell's evidence straight from the bytes of its field, where there is nothing in it but letters, digits and common marks,
 * and every code is known: so are nearly all cells. What is not so plain it leaves to the {@link CitationFinder}, which reads the
 * same of all that this one reads. One serves many cells, one after another; not thread-safe.
 */
final class PlainCitations {

    // What a byte is, as far as citations go.

    private static final byte MARK = 0;

    private static final byte SPACE = 1;
    private static final byte SEPARATOR = 2;
    private static final byte DIGIT = 3;
    private static final byte LETTER = 4;

    /** The first of the two bytes of a Cyrillic letter. */
    private static final byte CYRILLIC = 5;

    /** The first of the three bytes of a dash, a quotation mark or another such sign. */
    private static final byte SIGN = 6;

    /** The first of the two bytes of a no-break space, an angle quotation mark or another sign of Latin-1. */
    private static final byte LATIN_SIGN = 7;

    private static final byte DASH = 8;
    private static final byte ODD = 9;

    private static final byte[] CLASSES_OF_UTF_8 = classes(TextEncoding.UTF_8);
    private static final byte[] CLASSES_OF_WINDOWS_1251 = classes(TextEncoding.WINDOWS_1251);

    private static final int MOST_LETTERS = 4;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SLOT_BITS = 6;
    private static final int MOST_REMEMBERED = 1 << (SLOT_BITS - 1);

    private byte[] bytes = {};
    private TextEncoding encoding = TextEncoding.UTF_8;

    /** Codes as they are spelt, of an index, and what they mean: a hash table with open addressing; 0 is no code's. */
    private final long[] spellings = new long[1 << SLOT_BITS];

    private final @Nullable ParsedDocument[] meanings = new ParsedDocument[1 << SLOT_BITS];
    private int remembered;
    private @Nullable CodeIndex index;

    private int count;
    private @Nullable ParsedDocument[] documents = new ParsedDocument[8];
    private int[] codeFrom = new int[8];
    private int[] codeEnd = new int[8];
    private boolean[] withClause = new boolean[8];

    /**
     * Reads a field.
     *
     * @param from     where it begins, its quote included
     * @param to       where it ends, its quote included
     * @param newIndex where its codes are looked up
     * @return whether it is plain and cites something; else nothing is known of it
     */
    boolean read(byte[] newBytes, int from, int to, TextEncoding newEncoding, CodeIndex newIndex) {
        bytes = newBytes;
        if (index != newIndex || encoding != newEncoding) {
            forget();
            index = newIndex;
            encoding = newEncoding;
        }
        count = 0;
        boolean quoted = from < to && bytes[from] == '"';
        return readParts(quoted ? from + 1 : from, quoted ? to - 1 : to) && count > 0;
    }

    private boolean readParts(int from, int end) {
        byte[] text = bytes;
        byte[] classes = encoding == TextEncoding.UTF_8 ? CLASSES_OF_UTF_8 : CLASSES_OF_WINDOWS_1251;
        int at = from;
        while (at < end) {
            byte found = classes[text[at] & 0xFF];
            if (found == SPACE || found == SEPARATOR) {
                at++;
                continue;
            }
            if (found != LETTER && found != CYRILLIC && found != DIGIT) {
                return false;
            }
            int code = at;
            int letters = 0;
            while (found == LETTER || found == CYRILLIC) {
                if (found == CYRILLIC) {
                    at++;
                    if (at == end || !FieldCharacters.isContinuation(text[at])) {
                        return false;
                    }
                }
                at++;
                letters++;
                found = at < end ? classes[text[at] & 0xFF] : SEPARATOR;
            }
            boolean clause = true;
            if (letters > 0 && letters <= MOST_LETTERS) {
                if (found == DIGIT) {
                    do {
                        at++;
                        found = at < end ? classes[text[at] & 0xFF] : SEPARATOR;
                    } while (found == DIGIT);
                    if (found == LETTER || found == CYRILLIC || found == ODD || !cite(code, at)) {
                        return false;
                    }
                    clause = false;
                } else if (found == DASH || found == SIGN || found == ODD) {
                    return false;
                }
            }
            // The clauses, which reach to the next separator at least.
            while (found != SEPARATOR) {
                if (found == LETTER || found == DIGIT) {
                    clause = true;
                } else if (found == CYRILLIC) {
                    at++;
                    if (at == end || !FieldCharacters.isContinuation(text[at])) {
                        return false;
                    }
                    clause = true;
                } else if (found == LATIN_SIGN) {
                    at++;
                    if (at == end || !isLatinSign(text[at])) {
                        return false;
                    }
                } else if (found == SIGN) {
                    at += 2;
                    if (at >= end || text[at - 1] != (byte) 0x80 || !FieldCharacters.isPlainSign(text[at])) {
                        return false;
                    }
                } else if (found == ODD) {
                    return false;
                }
                at++;
                found = at < end ? classes[text[at] & 0xFF] : SEPARATOR;
            }
            if (clause && count > 0) {
                withClause[count - 1] = true;
            }
            at++;
        }
        return true;
    }

    private boolean cite(int from, int end) {
        ParsedDocument document = document(from, end);
        if (document == null) {
            return false;
        }
        if (count == codeFrom.length) {
            documents = Arrays.copyOf(documents, 2 * count);
            codeFrom = Arrays.copyOf(codeFrom, 2 * count);
            codeEnd = Arrays.copyOf(codeEnd, 2 * count);
            withClause = Arrays.copyOf(withClause, 2 * count);
        }
        documents[count] = document;
        codeFrom[count] = from;
        codeEnd[count] = end;
        withClause[count] = false;
        count++;
        return true;
    }

    private @Nullable ParsedDocument document(int from, int end) {
        int length = end - from;
        if (length > Long.BYTES || from + Long.BYTES > bytes.length) {
            return lookedUp(from, end);
        }
        long spelling = (long) LONGS.get(bytes, from) & (-1L >>> (Long.SIZE - length * Byte.SIZE));
        int slot = (int) ((spelling * SPREAD) >>> (Long.SIZE - SLOT_BITS));
        while (spellings[slot] != 0) {
            if (spellings[slot] == spelling) {
                return meanings[slot];
            }
            slot = (slot + 1) & (spellings.length - 1);
        }
        ParsedDocument document = lookedUp(from, end);
        if (document != null && remembered < MOST_REMEMBERED) {
            spellings[slot] = spelling;
            meanings[slot] = document;
            remembered++;
        }
        return document;
    }

    private @Nullable ParsedDocument lookedUp(int from, int end) {
        char[] code = text(from, end).toCharArray();
        return DocumentCode.end(code, 0, code.length) == code.length
                ? Objects.requireNonNull(index).find(code, 0, code.length)
                : null;
    }

    private void forget() {
        if (remembered > 0) {
            Arrays.fill(spellings, 0);
            Arrays.fill(meanings, null);
            remembered = 0;
        }
    }

    /** {@return how many there are} */
    int count() {
        return count;
    }

    /** {@return what one of them, 0…, cites} */
    ParsedDocument document(int number) {
        return Objects.requireNonNull(documents[number]);
    }

    /** {@return its code as it is spelt} */
    String code(int number) {
        return text(codeFrom[number], codeEnd[number]);
    }

    /** {@return whether it names a clause} */
    boolean isWithClause(int number) {
        return withClause[number];
    }

    private String text(int from, int end) {
        return new String(bytes, from, end - from, encoding.charset());
    }

    /** The last byte of U+00A0 to U+00BF but for the letters among them. */
    private static boolean isLatinSign(byte found) {
        int last = found & 0xFF;
        return last >= 0xA0 && last <= 0xBF && !CitationFinder.isOfClause((char) last);
    }

    private static byte[] classes(TextEncoding encoding) {
        byte[] classes = new byte[256];
        for (int i = 0; i < classes.length; i++) {
            boolean single = i < 0x80 || encoding == TextEncoding.WINDOWS_1251;
            classes[i] = single ? single((byte) i, encoding) : leading(i);
        }
        return classes;
    }

    private static byte single(byte found, TextEncoding encoding) {
        char c = new String(new byte[] {found}, encoding.charset()).charAt(0);
        if (c == '"') {
            return ODD;
        } else if (CitationFinder.isSeparator(c)) {
            return SEPARATOR;
        } else if (CitationFinder.isSpace(c)) {
            return SPACE;
        } else if (PlainDecimal.isDigit(c)) {
            return DIGIT;
        } else if (CitationFinder.isOfClause(c)) {
            return LETTER;
        }
        return DocumentCode.isDash(c) ? DASH : MARK;
    }

    /** Of Russian letters up to U+047F, which are all that are plain among those of two bytes. */
    private static byte leading(int found) {
        if (found == 0xD0 || found == 0xD1) {
            return CYRILLIC;
        }
        if (found == 0xC2) {
            return LATIN_SIGN;
        }
        return found == 0xE2 ? SIGN : ODD;
    }
}
