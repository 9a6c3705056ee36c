package org.mera.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Sha256;
import org.mera.cycle.Revision;
import org.mera.submission.FoundRecords.FoundRange;

/**
 * Says whether two revisions hold the same of a company: a hash of all that a check of it reads, but not of where that stands. A name of a file, the
 * number of a line, what stands around: none of them counts, only which parts stand together and which in one file.
 */
final class Fingerprints {

    /** How a range stands to the one before it of its form. */
    private static final int IN_ANOTHER_FILE = 0;

    private static final int IN_THE_SAME_FILE = 1;
    private static final int TOGETHER = 2;

    private final byte[] basis;
    private final ScannedFiles files;
    private final MessageDigest digest = Sha256.digest();

    /** @param files the sound files of the inventory by number */
    Fingerprints(Revision revision, ScannedFiles files) {
        String rules = revision.methodologySha256() + '|' + revision.cutoff() + '|' + revision.rulesVersion();
        this.basis = rules.getBytes(StandardCharsets.UTF_8);
        this.files = files;
    }

    /**
     * {@return the fingerprint of a company}
     *
     * @param found    sorted
     * @param mentions the names of the rejected files that it will be told of
     */
    byte[] of(FoundRecords found, List<String> mentions) {
        PackedBytes all = new PackedBytes();
        all.put(basis).put(found.entries().size());
        found.entries().forEach(each -> EntryText.put(all, each.entry()));
        all.put(found.ranges().size());
        FoundRange before = null;
        for (FoundRange range : found.ranges()) {
            all.put(standing(before, range))
                    .put(files.get(range.file()).writing().digest())
                    .put(range.range().sha256());
            before = range;
        }
        all.put(mentions.size());
        mentions.forEach(all::put);
        return digest.digest(all.toByteArray());
    }

    private static int standing(@Nullable FoundRange before, FoundRange range) {
        if (before == null || before.file() != range.file()) {
            return IN_ANOTHER_FILE;
        }
        return before.range().ordinal() + 1 == range.range().ordinal() ? TOGETHER : IN_THE_SAME_FILE;
    }
}
