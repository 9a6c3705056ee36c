package org.mera.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mera.methodology.Methodology;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cycles of this home's rating, with the methodology that each is pinned to. */
@Repository
public class JdbcCycles {

    private final JdbcClient jdbc;

    public JdbcCycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * {@return the cycle of this year, begun now if it is new} The caller holds the cycle's lock.
     *
     * @throws CycleException when the home holds another rating, when the methodology's version is in use with another text, or when the cycle
     *                        has outputs by another version
     */
    public Cycle begin(int year, Methodology methodology, LocalDate today) {
        requireSameRating(methodology);
        storeMethodology(methodology);
        jdbc.sql(
                        """
                        insert into cycle (year, methodology_sha256, first_run_on) values (:year, :sha256, :today)
                        on conflict (year) do nothing
                        """)
                .param("year", year)
                .param("sha256", methodology.sha256())
                .param("today", today)
                .update();
        Cycle cycle = find(year).orElseThrow();
        if (!cycle.methodologySha256().equals(methodology.sha256())) {
            pin(cycle, methodology);
        }
        return find(year).orElseThrow();
    }

    /** {@return the cycle of this year, if it has begun} */
    public Optional<Cycle> find(int year) {
        return jdbc.sql("select year, methodology_sha256, first_run_on from cycle where year = :year")
                .param("year", year)
                .query((row, number) -> new Cycle(
                        row.getInt("year"),
                        row.getString("methodology_sha256"),
                        row.getObject("first_run_on", LocalDate.class)))
                .optional();
    }

    /** {@return id and version of the methodology that a cycle is pinned to} */
    public String methodology(int year) {
        return jdbc.sql(
                        """
                        select m.id || ' ' || m.version
                        from cycle c join methodology m on m.sha256 = c.methodology_sha256
                        where c.year = :year
                        """)
                .param("year", year)
                .query(String.class)
                .single();
    }

    /** {@return the years that have a cycle, the earliest first} */
    public List<Integer> years() {
        return jdbc.sql("select year from cycle order by year")
                .query(Integer.class)
                .list();
    }

    /** {@return the newest rated year that has a cycle} */
    public Optional<Integer> newestYear() {
        return jdbc.sql("select year from cycle order by year desc limit 1")
                .query(Integer.class)
                .optional();
    }

    private void requireSameRating(Methodology methodology) {
        jdbc.sql("insert into rating (methodology_id) values (:id) on conflict do nothing")
                .param("id", methodology.id())
                .update();
        String id = jdbc.sql("select methodology_id from rating")
                .query(String.class)
                .single();
        if (!id.equals(methodology.id())) {
            throw new CycleException("This home holds the rating «" + id + "», and the job is of «" + methodology.id()
                    + "»; give each rating its own home: --home DIR");
        }
    }

    private void storeMethodology(Methodology methodology) {
        jdbc.sql(
                        """
                        insert into methodology (sha256, id, version, content) values (:sha256, :id, :version, :content)
                        on conflict do nothing
                        """)
                .param("sha256", methodology.sha256())
                .param("id", methodology.id())
                .param("version", methodology.version())
                .param("content", methodology.text())
                .update();
        String stored = jdbc.sql("select sha256 from methodology where id = :id and version = :version")
                .param("id", methodology.id())
                .param("version", methodology.version())
                .query(String.class)
                .single();
        if (!stored.equals(methodology.sha256())) {
            throw new CycleException("Version " + methodology.version() + " of the methodology «" + methodology.id()
                    + "» is in use here with another text; give the changed file a new version");
        }
    }

    /** Until something has been published by the old edition, a cycle may still be given another. */
    private void pin(Cycle cycle, Methodology methodology) {
        boolean published = jdbc.sql("select exists (select from revision where year = :year and state = 'completed')")
                .param("year", cycle.year())
                .query(Boolean.class)
                .single();
        if (published) {
            String version = jdbc.sql("select version from methodology where sha256 = :sha256")
                    .param("sha256", cycle.methodologySha256())
                    .query(String.class)
                    .single();
            throw new CycleException(
                    "Cycle " + cycle.year() + " is pinned to version " + version + " of the methodology «"
                            + methodology.id() + "», and the job names version " + methodology.version()
                            + "; use the pinned version, or another home");
        }
        jdbc.sql("update cycle set methodology_sha256 = :sha256 where year = :year")
                .param("sha256", methodology.sha256())
                .param("year", cycle.year())
                .update();
    }
}
