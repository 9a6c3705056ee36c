package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mera.cycle.CycleBusyException;
import org.mera.database.DatabaseException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class TroubleTest {

    @ParameterizedTest
    @CsvSource({
        "08006, SERVER_AWAY",
        "08003, SERVER_AWAY",
        "57P01, SERVER_AWAY",
        "57P02, SERVER_AWAY",
        "57P03, SERVER_AWAY",
        "53300, SERVER_AWAY",
        "53100, NO_ROOM",
        "53200, NO_ROOM",
        "40001, CONTENTION",
        "40P01, CONTENTION",
        "55P03, CONTENTION",
        "57014,",
        "23505,",
        "58030,",
        "P0001,",
        "28P01,"
    })
    void goesByTheServersOwnWord(String state, Trouble trouble) {
        SQLException failure = new SQLException("something", state);

        assertThat(Trouble.of(new IllegalStateException(failure))).isEqualTo(Optional.ofNullable(trouble));
        assertThat(Trouble.of(new QueryTimeoutException("Spring's word", failure)))
                .isEqualTo(Optional.ofNullable(trouble));
    }

    @Test
    void takesAConnectionThatCannotBeHadForAServerThatIsAway() {
        assertThat(Trouble.of(new CannotCreateTransactionException(
                        "no connection", new SQLTransientConnectionException("timed out"))))
                .contains(Trouble.SERVER_AWAY);
        assertThat(Trouble.of(new IllegalStateException(new SQLException("Connection is closed"))))
                .contains(Trouble.SERVER_AWAY);
    }

    @Test
    void looksAtWhatLostTheTransactionThatCouldNotBeEnded() {
        TransactionSystemException ended =
                new TransactionSystemException("rollback", new SQLException("lost", "08003"));
        ended.initApplicationException(new IllegalStateException(new SQLException("double", "23505")));

        assertThat(Trouble.of(ended)).isEmpty();
    }

    @Test
    void doesNotWaitAgainWhereTheWaitingIsOver() {
        SQLException lost = new SQLException("lost", "08006");

        assertThat(Trouble.of(new ChunkFailedException("failed", lost))).isEmpty();
        assertThat(Trouble.of(new DatabaseException("away", lost))).isEmpty();
        assertThat(Trouble.of(new CycleBusyException("another runs"))).isEmpty();
    }

    @Test
    void tellsALostConnectionFromAFileThatCannotBeRead() {
        assertThat(Causes.inWords(new IllegalStateException(
                        new SQLException("Connection refused.\nCheck it", "08001", new ConnectException("refused")))))
                .isEqualTo("Connection refused.");
    }

    @Test
    void saysThatTheDatabasesDiskIsFull() {
        assertThat(Causes.inWords(new IllegalStateException(new SQLException("ERROR: could not extend file", "53100"))))
                .isEqualTo("the database's disk is full: ERROR: could not extend file");
    }
}
