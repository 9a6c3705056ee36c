package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mera.audit.AuditEntry;
import org.mera.audit.AuditState;
import org.mera.audit.JdbcAuditLog;

/** Nobody changes the audit log through the database's ordinary ways, and who does it otherwise is found. */
class AuditLogIT {

    private static final Instant AT = Instant.parse("2026-03-12T09:30:15.123456789Z");

    private final RatingHome home;

    AuditLogIT(@TempDir Path folder) {
        home = new RatingHome(folder);
    }

    @BeforeEach
    void log() {
        append(JdbcAuditLog.HOME, "import-history", "history.csv", "", "2 rankings");
        append(2024, "decide", "a.csv", "0.5", "1.0");
        append(2025, "decide", "b.csv", "0.5", "1.0");
        append(2025, "withdraw", "7707083893", "in the rating", "withdrawn: «по заявлению» \\ \u001f");
        append(2025, "run", "", "", "");
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void tellsEachYearsChain() {
        List<AuditEntry> all = new ArrayList<>();
        AuditState state = home.bean(AuditDesk.class).read(null, all::add);

        assertThat(all)
                .extracting(entry -> entry.year() + "/" + entry.number() + " " + entry.act())
                .containsExactly(
                        "0/1 import-history", "2024/1 decide", "2025/1 decide", "2025/2 withdraw", "2025/3 run");
        assertThat(all).extracting(AuditEntry::at).containsOnly(Instant.parse("2026-03-12T09:30:15.123456Z"));
        assertThat(state)
                .isEqualTo(new AuditState(5, List.of(all.get(0), all.get(1), all.get(4)), List.of(), List.of()));
        assertThat(all.get(3).previousSha256()).isEqualTo(all.get(2).sha256());

        List<AuditEntry> ofAYear = new ArrayList<>();
        home.bean(AuditDesk.class).read(2024, ofAYear::add);
        assertThat(ofAYear).containsExactly(all.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set after = '0.0' where year = 2025 and number = 1",
                "delete from audit_entry where year = 2025 and number = 3",
                "truncate audit_entry"
            })
    void isAppendOnlyForItsOwnerToo(String sql) {
        // The owner may give himself the rights back: the trigger refuses him still.
        for (String before : List.of("select 1", "grant all on audit_entry to current_user")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> {
                        home.execute(before);
                        home.execute(sql);
                    })
                    .withMessageMatching(
                            "(?s)ERROR: (permission denied for table audit_entry|the audit log is append-only).*");
        }
        assertThat(home.bean(AuditDesk.class).read(null, entry -> {}).entries()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set after = '0.0' where year = 2025 and number = 2",
                "update audit_entry set who = 'nobody' where year = 2025 and number = 2",
                "update audit_entry set at = at + interval '1 microsecond' where year = 2025 and number = 2",
                "update audit_entry set before = '', after = before || after where year = 2025 and number = 2"
            })
    void findsAnEntryThatWasChangedBehindItsBack(String sql) throws SQLException {
        tamper(sql);

        assertThat(broken()).containsExactly("2025/2");
    }

    @Test
    void findsAnEntryThatWasTakenOut() throws SQLException {
        tamper("delete from audit_entry where year = 2025 and number = 2");

        assertThat(broken()).containsExactly("2025/3");
    }

    /** Who changes an entry and its hash must change all that follow: the last hash then is another than the one that was written down. */
    @Test
    void findsAnEntryThatWasChangedWithItsHash() throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        home.bean(AuditDesk.class).read(2025, entries::add);
        AuditEntry second = entries.get(1);
        AuditEntry forged = AuditEntry.next(
                entries.get(0),
                2025,
                second.at(),
                second.who(),
                second.act(),
                second.subject(),
                second.before(),
                "in the rating");
        tamper("update audit_entry set after = 'in the rating', sha256 = '" + forged.sha256()
                + "' where year = 2025 and number = 2");

        assertThat(broken()).containsExactly("2025/3");
    }

    private void tamper(String sql) throws SQLException {
        home.execute("grant all on audit_entry to current_user; alter table audit_entry disable trigger all; " + sql
                + "; alter table audit_entry enable trigger all");
    }

    private List<String> broken() {
        AuditState state = home.bean(AuditDesk.class).read(2025, entry -> {});
        assertThat(state.isSound()).isEqualTo(state.broken().isEmpty());
        return state.broken().stream()
                .map(entry -> entry.year() + "/" + entry.number())
                .toList();
    }

    private void append(int year, String act, String subject, String before, String after) {
        home.bean(JdbcTransactions.class).inTransaction(connection -> home.bean(JdbcAuditLog.class)
                .append(year, AT, "root@office", act, subject, before, after));
    }
}
