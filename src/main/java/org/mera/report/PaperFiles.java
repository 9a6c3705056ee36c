package org.mera.report;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files that papers are made of: an agency's own, and behind them those that come with the program. */
final class PaperFiles {

    /** The colour profile that a PDF/A document carries: Java has one, an agency may have its own. */
    static final String SRGB = "srgb.icc";

    private static final String SHIPPED = "reports/";

    /** Where a profile's header says which platform it was made for, in four letters. */
    private static final int ICC_PLATFORM = 40;

    private final @Nullable Path overrides;

    private PaperFiles(@Nullable Path overrides) {
        this.overrides = overrides;
    }

    /** {@return the files of a folder before those of the program; without a folder the program's alone} */
    static PaperFiles of(@Nullable Path overrides) {
        if (overrides != null && !Files.isDirectory(overrides)) {
            throw new PaperException("The folder of report templates is none: " + overrides);
        }
        return new PaperFiles(overrides);
    }

    /** {@return the bytes of a file, by its name with {@code /} within the folder} Empty where there is none. */
    Optional<byte[]> find(String name) {
        Optional<byte[]> own = own(name);
        if (own.isEmpty() && name.equals(SRGB)) {
            return Optional.of(srgb());
        }
        return own.isPresent() ? own : shipped(name);
    }

    /** Java 17 calls the platform of every profile Apple's, Java 25 leaves what it finds: named here, all of them write the same bytes. */
    private static byte[] srgb() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        System.arraycopy("APPL".getBytes(StandardCharsets.US_ASCII), 0, profile, ICC_PLATFORM, 4);
        return profile;
    }

    /** {@return the bytes of a file that must be there} */
    byte[] read(String name) {
        return find(name).orElseThrow(() -> new PaperException("The papers need the file " + SHIPPED + name));
    }

    /** {@return the bytes of the agency's own file} Empty where the agency has none. */
    Optional<byte[]> own(String name) {
        Path file = overrides == null ? null : overrides.resolve(name);
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the bytes of the file that comes with the program} Empty where none does. */
    Optional<byte[]> shipped(String name) {
        try (var stream = PaperFiles.class.getClassLoader().getResourceAsStream(SHIPPED + name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where a file stands, for messages} */
    String place(String name) {
        return own(name).isPresent() && overrides != null
                ? overrides.resolve(name).toString()
                : SHIPPED + name;
    }

    /** {@return a hash over the names and bytes of all files that are wanted, the agency's in place of the program's} */
    String sha256(Predicate<String> wanted) {
        Map<String, byte[]> hashes = new TreeMap<>();
        try {
            addShipped(hashes);
            addOwn(hashes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MessageDigest all = Sha256.digest();
        hashes.forEach((name, hash) -> {
            if (wanted.test(name)) {
                all.update(name.getBytes(StandardCharsets.UTF_8));
                all.update((byte) 0);
                all.update(hash);
            }
        });
        return HexFormat.of().formatHex(all.digest());
    }

    private static void addShipped(Map<String, byte[]> hashes) throws IOException {
        var resolver = new PathMatchingResourcePatternResolver(PaperFiles.class.getClassLoader());
        for (Resource resource : resolver.getResources("classpath:" + SHIPPED + "**/*.*")) {
            String place = resource.getURL().getPath();
            hashes.put(
                    place.substring(place.lastIndexOf("/" + SHIPPED) + 1 + SHIPPED.length()),
                    hash(resource.getContentAsByteArray()));
        }
    }

    private void addOwn(Map<String, byte[]> hashes) throws IOException {
        if (overrides == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(overrides, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = overrides.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    hashes.put(name, hash(Files.readAllBytes(file)));
                }
            }
        }
    }

    private static byte[] hash(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }
}
