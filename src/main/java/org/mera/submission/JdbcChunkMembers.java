package org.mera.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mera.cycle.Chunk;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the chunks of a revision consist of, for people to read. */
@Repository
public class JdbcChunkMembers {

    private final JdbcClient jdbc;

    public JdbcChunkMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the files of a chunk of files, in the order of the inventory} */
    public List<String> files(Revision revision, Chunk chunk) {
        return jdbc.sql(
                        """
                        select file from inventory
                        where year = :year and revision = :revision and chunk = :number
                        order by number
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("number", chunk.number())
                .query(String.class)
                .list();
    }

    /** {@return the companies of a chunk of companies, by code points} */
    public List<String> companies(Revision revision, Chunk chunk) {
        return jdbc.sql(
                        """
                        select company from planned_company
                        where year = :year and revision = :revision and company between :first and :last and due
                        order by company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("first", chunk.first())
                .param("last", chunk.last())
                .query(String.class)
                .list();
    }

    /** {@return the names that the register has for companies} Without those that it does not have. */
    public Map<String, String> names(Revision revision, List<String> companies) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select e.company, e.name
                        from inventory i
                        join register_entry e on e.scan_id = i.scan_id
                        where i.year = :year and i.revision = :revision
                          and e.company = any (cast(:companies as text[]))
                        order by i.number desc, e.line desc
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("companies", companies.toArray(String[]::new))
                .query((row, number) -> names.put(row.getString("company"), row.getString("name")))
                .list();
        return names;
    }
}
