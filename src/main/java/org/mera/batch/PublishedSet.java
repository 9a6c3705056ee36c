package org.mera.batch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mera.seal.Manifest;
import org.mera.seal.OutputSet;
import org.mera.seal.SealedFile;

/** A set of outputs as its manifest tells of it: whether the files are still what they were is seen when one is opened. */
public final class PublishedSet {

    private static final String PAPER = ".pdf";

    private final Path folder;
    private final Manifest manifest;
    private final SealedFile manifestFile;
    private final Map<String, SealedFile> files = new LinkedHashMap<>();

    PublishedSet(Path folder, Manifest manifest, SealedFile manifestFile) {
        this.folder = folder;
        this.manifest = manifest;
        this.manifestFile = manifestFile;
        manifest.outputs().forEach(file -> files.put(file.path(), file));
    }

    public Manifest manifest() {
        return manifest;
    }

    /** {@return the SHA-256 of the manifest, which stands for the whole set} */
    public String sha256() {
        return manifestFile.sha256();
    }

    /** {@return its files but the manifest, by path (code points)} */
    public List<SealedFile> files() {
        return manifest.outputs();
    }

    /** {@return the reports among its files, by path: those of companies, then the committee's} */
    public List<SealedFile> reports() {
        return manifest.outputs().stream()
                .filter(file -> file.path().endsWith(PAPER))
                .toList();
    }

    /** {@return a file of it, the manifest too} Empty where the manifest does not name it: what lies beside the set is none of its. */
    public Optional<SealedFile> file(String path) {
        return path.equals(OutputSet.MANIFEST) ? Optional.of(manifestFile) : Optional.ofNullable(files.get(path));
    }

    /** {@return the report of a company} Empty where it has none. */
    public Optional<SealedFile> report(String company) {
        return file(ReportStep.file(company));
    }

    /** {@return the committee's report} Empty where there is none. */
    public Optional<SealedFile> committeeReport() {
        return report("");
    }

    Path folder() {
        return folder;
    }
}
