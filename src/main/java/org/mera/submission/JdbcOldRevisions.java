package org.mera.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mera.cycle.Revision;
import org.springframework.stereotype.Repository;

/**
 * Clears away what only earlier revisions needed: their plans and inventories, and the scans of files that no kept inventory names. The submissions
 * of all revisions stay.
 */
@Repository
public class JdbcOldRevisions {

    /** Forgets all that is older than a revision that was published. Runs within the connection's transaction; may be repeated. */
    public void forgetBefore(Connection connection, Revision revision) throws SQLException {
        for (String table : List.of("planned_company", "inventory")) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + table + " where year = ? and revision < ?")) {
                statement.setInt(1, revision.year());
                statement.setInt(2, revision.number());
                statement.executeUpdate();
            }
        }
        Long[] scans = forgetScans(connection).toArray(Long[]::new);
        if (scans.length > 0) {
            for (String table : List.of("file_range", "register_entry", "scan_problem", "mention")) {
                try (PreparedStatement statement =
                        connection.prepareStatement("delete from " + table + " where scan_id = any (?)")) {
                    statement.setArray(1, connection.createArrayOf("bigint", scans));
                    statement.executeUpdate();
                }
            }
        }
    }

    private static List<Long> forgetScans(Connection connection) throws SQLException {
        List<Long> scans = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        """
                        delete from file_scan
                        where not exists (select from inventory where inventory.scan_id = file_scan.id)
                        returning id
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                scans.add(rows.getLong(1));
            }
        }
        return scans;
    }
}
