package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class CausesTest {

    @Test
    void addsTheDetailInWhichTheDatabaseNamesTheRow() {
        SQLException failure = new SQLException(
                """
                ERROR: duplicate key value violates unique constraint "one"
                  Detail: Key (year, company)=(2025, 7707083893) already exists.
                  Where: COPY result, line 2""");

        assertThat(Causes.inWords(new IllegalStateException("read or write", failure)))
                .isEqualTo("ERROR: duplicate key value violates unique constraint \"one\""
                        + " (Key (year, company)=(2025, 7707083893) already exists.)");
    }

    @Test
    void namesTheCompanyWhoseCheckFailed() {
        RuntimeException failure = new IllegalStateException(
                "chunk", new CompanyFailedException("7707083893", new ArithmeticException("/ by zero")));

        assertThat(Causes.inWords(failure)).isEqualTo("company 7707083893: / by zero");
        assertThat(Causes.inWords(new CompanyFailedException("7707083893", new IllegalStateException())))
                .isEqualTo("company 7707083893: IllegalStateException");
    }

    @Test
    void namesAFileOfTheInboxByItsPathInIt() {
        UncheckedIOException failure = new UncheckedIOException(new NoSuchFileException("in/sub/a.csv"));

        assertThat(Causes.file(Path.of("in"), failure)).isEqualTo("sub/a.csv");
        assertThat(Causes.file(Path.of("in").toAbsolutePath(), failure)).isEqualTo("sub/a.csv");
        assertThat(Causes.file(Path.of("in"), new UncheckedIOException(new AccessDeniedException("out/b.csv"))))
                .isEqualTo("out/b.csv");
        assertThat(Causes.file(Path.of("in"), new IllegalStateException("no file")))
                .isEmpty();
    }
}
