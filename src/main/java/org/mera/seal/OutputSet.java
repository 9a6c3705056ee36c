package org.mera.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A published set of outputs: a folder that is valid only with its manifest. */
public final class OutputSet {

    /** The name of the file that makes a set valid. */
    public static final String MANIFEST = "manifest.json";

    private final Path folder;

    public OutputSet(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return the set's manifest} Empty where there is none: nothing was published, or a publication was interrupted.
     *
     * @throws DamagedManifestException where it cannot be read
     */
    public Optional<Manifest> manifest() {
        Path file = folder.resolve(MANIFEST);
        return Files.exists(file) ? Optional.of(ManifestJson.read(file)) : Optional.empty();
    }

    /** {@return the SHA-256 of the manifest, which stands for the whole set} Empty where there is none. */
    public String manifestSha256() {
        Path file = folder.resolve(MANIFEST);
        try {
            return Files.exists(file) ? SealedFile.sha256(file) : "";
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    /**
     * Makes sure that the folder has no outputs of another rating, and none that were approved from another home, which a publication would
     * replace.
     *
     * @param methodologyId  of the rating that is to be published
     * @param approvalsBegan whether the cycle was ever set about to be approved from this home, whatever came of it
     * @throws OutputException where it has; a damaged manifest is nobody's
     */
    public void requireOf(String methodologyId, boolean approvalsBegan) {
        Optional<Manifest> found;
        try {
            found = manifest();
        } catch (DamagedManifestException e) {
            return;
        }
        found.map(manifest -> manifest.methodology().id())
                .filter(id -> !id.equals(methodologyId))
                .ifPresent(id -> {
                    throw new OutputException(
                            folder, "it holds the outputs of the rating «" + id + "»", "name another folder by --out");
                });
        found.map(manifest -> manifest.committee().approval())
                .filter(approval -> !approvalsBegan)
                .ifPresent(approval -> {
                    throw new OutputException(
                            folder,
                            "it holds the result that was approved by the protocol " + approval.protocol()
                                    + ", of which this home knows nothing",
                            "name the home that it comes from by --home, or another folder by --out");
                });
    }

    /**
     * Copies the set, which is sound, to where it stays whatever is published next. {@return that folder}
     *
     * @throws OutputException where it cannot be copied
     */
    public Path keepEdition(int edition) {
        try {
            return Editions.keep(folder, manifest().orElseThrow(), edition);
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    /** {@return in what the folder differs from its manifest, by path} Empty where the set is valid; foreign files are no difference. */
    public List<Difference> differences() {
        Manifest manifest;
        try {
            Optional<Manifest> found = manifest();
            if (found.isEmpty()) {
                return List.of(new Difference(MANIFEST, Difference.Kind.MISSING));
            }
            manifest = found.get();
        } catch (DamagedManifestException e) {
            return List.of(new Difference(MANIFEST, Difference.Kind.DAMAGED));
        }
        List<Difference> differences = new ArrayList<>();
        for (SealedFile file : manifest.outputs()) {
            difference(file).ifPresent(kind -> differences.add(new Difference(file.path(), kind)));
        }
        return differences;
    }

    /** {@return where a file of the set lies, or would lie} Empty where its name leads out of the folder. */
    public Optional<Path> file(SealedFile sealed) {
        try {
            return OutputNames.areInside(sealed.path()) ? Optional.of(folder.resolve(sealed.path())) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // no file system has such a name
        }
    }

    /** {@return in what a file of the set differs from what was sealed} Empty where it is the same. */
    Optional<Difference.Kind> difference(SealedFile expected) {
        Path file = file(expected).orElse(null);
        if (file == null) {
            return Optional.of(Difference.Kind.OUTSIDE);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Difference.Kind.MISSING);
        }
        try {
            boolean same = Files.size(file) == expected.size()
                    && SealedFile.sha256(file).equals(expected.sha256());
            return same ? Optional.empty() : Optional.of(Difference.Kind.DAMAGED);
        } catch (IOException e) {
            return Optional.of(Difference.Kind.UNREADABLE);
        }
    }
}
