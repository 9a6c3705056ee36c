package org.mera.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Sha256;

/**
 * An entry of the audit log. The entries of a year are a chain: each holds the hash of the one before, and its own hash covers that and all it says,
 * so that nothing can be changed, taken out or put between without a trace.
 *
 * @param year           the rated year; 0: what concerns the home
 * @param number         1… in its year
 * @param at             to the microsecond
 * @param who            user, host and process
 * @param act            what was done, a word
 * @param subject        what it was done to
 * @param before         how that was before; empty where there is nothing to tell
 * @param after          how it is now
 * @param previousSha256 the hash of the entry before; of the first, {@link #NOTHING_BEFORE}
 * @param sha256         the entry's own
 */
public record AuditEntry(
        int year,
        long number,
        Instant at,
        String who,
        String act,
        String subject,
        String before,
        String after,
        String previousSha256,
        String sha256) {

    /** What stands for the hash of an entry before the first. */
    public static final String NOTHING_BEFORE = "0".repeat(64);

    private static final char SEPARATOR = '\u001f';

    /**
     * {@return the entry that comes after another}
     *
     * @param last the last one of the year; null where there is none
     */
    public static AuditEntry next(
            @Nullable AuditEntry last,
            int year,
            Instant at,
            String who,
            String act,
            String subject,
            String before,
            String after) {
        String previous = last == null ? NOTHING_BEFORE : last.sha256();
        AuditEntry open = new AuditEntry(
                year,
                last == null ? 1 : last.number() + 1,
                at.truncatedTo(ChronoUnit.MICROS),
                who,
                act,
                subject,
                before,
                after,
                previous,
                "");
        return new AuditEntry(
                open.year, open.number, open.at, who, act, subject, before, after, previous, open.computedSha256());
    }

    /**
     * {@return whether it is what was written, and comes after that entry}
     *
     * @param last the one before it; null where it is the first
     */
    public boolean isSoundAfter(@Nullable AuditEntry last) {
        return number == (last == null ? 1 : last.number() + 1)
                && previousSha256.equals(last == null ? NOTHING_BEFORE : last.sha256())
                && sha256.equals(computedSha256());
    }

    private String computedSha256() {
        String content = Stream.of(
                        previousSha256,
                        Integer.toString(year),
                        Long.toString(number),
                        at.toString(),
                        who,
                        act,
                        subject,
                        before,
                        after)
                .map(AuditEntry::escaped)
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
        return HexFormat.of().formatHex(Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** No text of one field can pass for the end of it. */
    private static String escaped(String field) {
        return field.replace("\\", "\\\\").replace(String.valueOf(SEPARATOR), "\\u");
    }
}
