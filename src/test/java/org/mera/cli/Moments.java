package org.mera.cli;

import static org.mera.cli.Trigger.assessed;
import static org.mera.cli.Trigger.between;
import static org.mera.cli.Trigger.movesFiles;
import static org.mera.cli.Trigger.says;
import static org.mera.cli.Trigger.sees;
import static org.mera.cli.Trigger.waitsFor;
import static org.mera.cli.Trigger.writesJournal;

import java.util.List;
import java.util.stream.Stream;
import org.mera.cli.Moment.Before;
import org.mera.cli.Moment.Server;

/** The moments at which runs are killed: at least three in every step, in first runs and in later ones, with the server and without. */
final class Moments {

    /** Each leads past the one before, so that a run is surely where it is said to be. */
    private static final String RANKING = "ranked_company in share";

    private static final Trigger IN_DISCOVER = waitsFor(1, "file_range in share");
    private static final Trigger IN_PLANNING = waitsFor(1, "planned_company in share");
    private static final Trigger IN_ASSESS = waitsFor(2, "assessment in share", "chunk in share");
    private static final Trigger IN_RANK = waitsFor(1, RANKING);
    private static final Trigger IN_EXPORT = waitsFor(1, RANKING, "problem in access exclusive");

    /** The set is in its place, and the database does not know it yet. */
    private static final Trigger PUBLISHED = waitsFor(1, RANKING, "revision in share");

    private static final Trigger AMID_ASSESS = assessed(0.5);

    private static final Trigger AMID_RETURNS =
            sees("companies' files aside", place -> place.outputs().stagedReturns() > 0);

    private static final Trigger JOURNAL = writesJournal();

    private static final Trigger AMID_FILES = movesFiles();

    private Moments() {}

    /** {@return the moments that each build tries} */
    static List<Moment> few() {
        return List.of(
                first("register", "as it stores", waitsFor(1, "register_entry in share")),
                first("planning", "as it plans", Server.KILLED_AFTER, IN_PLANNING),
                first("assess", "amid the chunks, then as it stores", AMID_ASSESS, IN_ASSESS),
                first("assess", "at its beginning", Server.KILLED_FIRST, says("assess: ")),
                corrected("rank", "as it stores the places", Server.STAYS, IN_RANK),
                corrected("export", "as it reads the problems", Server.KILLED_AFTER, IN_EXPORT),
                corrected("seal", "amid the files", Server.STAYS, AMID_FILES),
                first("seal", "published, not written down", PUBLISHED));
    }

    /** {@return all moments} */
    static List<Moment> all() {
        return Stream.of(start(), reading(), assessing(), writing(), later())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Moment> start() {
        return List.of(
                of("start", "unpacks PostgreSQL", Before.NO_HOME, Server.STAYS, home("postgres/unpacking/bin")),
                of("start", "makes the database", Before.NO_HOME, Server.STAYS, home("data.new/data/base")),
                of("start", "starts the server", Before.NO_HOME, Server.STAYS, home("data/postmaster.pid")),
                of("start", "makes the tables", Before.NO_HOME, Server.KILLED_AFTER, waitsFor(1, "pg_class in share")),
                first("start", "opens the home", Server.KILLED_FIRST, home("data/postmaster.pid")));
    }

    private static List<Moment> reading() {
        return List.of(
                first("register", "at its beginning", says("register: ")),
                first("register", "between inventory and register", between("register: done", "discover: ", 0.4)),
                first("register", "as it stores the inventory", waitsFor(1, "inventory in share")),
                first("register", "as it stores the register", waitsFor(1, "register_entry in share")),
                first("discover", "at its beginning", Server.KILLED_FIRST, says("discover: ")),
                first("discover", "amid the files", between("discover: ", "discover: done", 0.5)),
                first("discover", "as it stores the ranges", Server.KILLED_AFTER, IN_DISCOVER),
                first("discover", "as it stores the ranges, then again", IN_DISCOVER, IN_DISCOVER),
                first("planning", "at its beginning", says("discover: done")),
                first("planning", "as it plans", IN_PLANNING),
                first("planning", "amid the plan", Server.KILLED_FIRST, between("discover: done", "assess: ", 0.5)),
                first("planning", "as it plans, then as it assesses", IN_PLANNING, AMID_ASSESS));
    }

    private static List<Moment> assessing() {
        return List.of(
                first("assess", "at its beginning", says("assess: ")),
                first("assess", "after a fifth", assessed(0.2)),
                first("assess", "amid the chunks", Server.KILLED_FIRST, AMID_ASSESS),
                first("assess", "amid the chunks", Server.KILLED_AFTER, AMID_ASSESS),
                first("assess", "amid the chunks", Server.KILLED_ALONE, AMID_ASSESS),
                first("assess", "after four fifths", assessed(0.8)),
                first("assess", "as each thread stores", IN_ASSESS),
                first("assess", "as each thread stores, then amid the chunks", IN_ASSESS, AMID_ASSESS),
                first("assess", "a fifth, two fifths, then four fifths", assessed(0.2), assessed(0.4), assessed(0.8)));
    }

    private static List<Moment> writing() {
        return List.of(
                first("rank", "as the sums are compared", says("assess: done")),
                first("rank", "at its beginning", Server.KILLED_FIRST, says("rank: ")),
                first("rank", "as it stores the places", IN_RANK),
                first("rank", "as it stores the places, then as it exports", IN_RANK, IN_EXPORT),
                first("export", "at its beginning", says("export")),
                first("export", "amid the returns", AMID_RETURNS),
                first("export", "amid the returns", Server.KILLED_FIRST, AMID_RETURNS),
                first("export", "as it reads the problems", IN_EXPORT),
                first("seal", "at its beginning", says("export: done")),
                first("seal", "with the journal", JOURNAL),
                first("seal", "amid the files", AMID_FILES),
                first("seal", "published, not written down", PUBLISHED),
                first("seal", "published, not written down", Server.KILLED_FIRST, PUBLISHED));
    }

    private static List<Moment> later() {
        return List.of(
                corrected("discover", "as it stores the ranges", Server.STAYS, IN_DISCOVER),
                corrected(
                        "assess",
                        "as it stores",
                        Server.KILLED_AFTER,
                        waitsFor(1, "assessment in share", "chunk in share")),
                corrected("rank", "as it stores the places", Server.STAYS, IN_RANK),
                corrected("export", "as it reads the problems", Server.KILLED_AFTER, IN_EXPORT),
                corrected("export", "amid the returns", Server.STAYS, AMID_RETURNS),
                corrected("seal", "with the journal", Server.STAYS, JOURNAL),
                corrected("seal", "amid the files", Server.STAYS, AMID_FILES),
                corrected("seal", "amid the files, then again", Server.KILLED_AFTER, AMID_FILES, AMID_FILES),
                corrected("seal", "published, not written down", Server.STAYS, PUBLISHED),
                damaged("export", "at its beginning", says("export")),
                damaged("export", "amid the returns", AMID_RETURNS),
                damaged("seal", "amid the files", AMID_FILES));
    }

    private static Trigger home(String file) {
        return sees(file, place -> place.home().resolve(file).toFile().exists());
    }

    private static Moment first(String step, String name, Trigger... triggers) {
        return first(step, name, Server.STAYS, triggers);
    }

    private static Moment first(String step, String name, Server server, Trigger... triggers) {
        return of(step, name, Before.NO_RUN, server, triggers);
    }

    private static Moment corrected(String step, String name, Server server, Trigger... triggers) {
        return of(step, name, Before.CORRECTED, server, triggers);
    }

    private static Moment damaged(String step, String name, Trigger... triggers) {
        return of(step, name, Before.DAMAGED, Server.STAYS, triggers);
    }

    private static Moment of(String step, String name, Before before, Server server, Trigger... triggers) {
        return new Moment(step, name, before, server, List.of(triggers));
    }
}
