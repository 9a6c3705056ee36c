package org.mera.batch;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the database over the same pool as everything else: a pool that is used up is no better than a server that is away. */
@Component
class HealthReads implements HealthDesk {

    private final JdbcTransactions transactions;

    HealthReads(JdbcTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String database() {
        List<String> version = new ArrayList<>();
        transactions.inSnapshot(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("show server_version")) {
                row.next();
                version.add(row.getString(1));
            }
        });
        return version.get(0);
    }
}
