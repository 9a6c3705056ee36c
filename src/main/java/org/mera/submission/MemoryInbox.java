package org.mera.submission;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;

/** STAND-IN: written elsewhere. */
@SuppressWarnings("DoNotCallSuggester")
public final class MemoryInbox {

    private MemoryInbox() {}

    public static MemoryInbox scan(Methodology methodology, Collection<InboxFile> files) {
        throw new InboxException("not built in yet: " + methodology.id() + files);
    }

    public List<FileScan> scans() {
        return List.of();
    }

    public List<Problem> problems() {
        return List.of();
    }

    public boolean has(Form form) {
        return form == Form.DECISIONS;
    }

    public List<RegisterEntry> register() {
        return List.of();
    }

    public List<Problem> duplicates() {
        return List.of();
    }

    public List<String> rejectedFilesOf(String company) {
        return List.of(company);
    }

    public void forEachCompany(Consumer<CompanyFile> consumer) throws IOException {
        throw new IOException("not built in yet: " + consumer);
    }
}
