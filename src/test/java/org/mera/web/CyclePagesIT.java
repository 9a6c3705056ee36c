package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;
import org.mera.batch.CycleDesk;
import org.mera.batch.EndedRun;
import org.mera.batch.RunDesk;
import org.mera.batch.RunListener;
import org.mera.database.DatabaseAccess;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;

/** The pages of cycles and runs, from the first run through a failed chunk to the end. */
class CyclePagesIT {

    private static final String PAGE = "/cycles/2025";

    private final RunningServer server;
    private final BlockingQueue<EndedRun> ended = new LinkedBlockingQueue<>();

    CyclePagesIT(@TempDir Path folder) {
        server = RunningServer.start(folder);
    }

    @BeforeEach
    void listen() {
        server.bean(RunDesk.class).listen(new RunListener() {
            @Override
            public void ended(EndedRun run) {
                ended.add(run);
            }
        });
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsWhatToDoWhereNothingWasRunYet() {
        assertThat(page(Role.OPERATOR, "/cycles"))
                .contains("No cycles yet", "Run the job below", "action=\"/jobs/annual-rating/run\"");
        assertThat(page(Role.VIEWER, "/cycles"))
                .contains("A cycle appears when an operator runs its job.")
                .doesNotContain("action=\"/jobs");
        assertThat(page(Role.OPERATOR, PAGE)).contains("This cycle has not been run yet", "action=\"/jobs");
        assertThat(page(Role.VIEWER, PAGE + "/runs")).contains("Nothing was run yet");
        for (String unknown : List.of("/cycles/2031", PAGE + "/runs/17", PAGE + "/runs/17/log", PAGE + "/chunks")) {
            assertThat(server.get(Role.OPERATOR, unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void tellsWhyNoRunCouldBegin() {
        page(Role.OPERATOR, "/cycles");
        assertThat(post("/jobs/annual-rating/run", "/cycles")).isEqualTo(PAGE);

        assertThat(page(Role.OPERATOR, PAGE)).contains("That did not work: The inbox ", " holds no CSV file");
        assertThat(post(PAGE + "/rerun", PAGE)).isEqualTo(PAGE);
        assertThat(page(Role.OPERATOR, PAGE)).contains("That did not work: ");
        assertThat(post(PAGE + "/stop", PAGE)).isEqualTo(PAGE);
        assertThat(page(Role.OPERATOR, PAGE)).contains("This server runs nothing of this year at the moment");
    }

    @Test
    void leadsFromTheStartThroughAFailedChunkToTheEnd() throws Exception {
        new SampleInbox()
                .write(
                        server.folder().resolve("sample"),
                        new SampleOptions(6, 2025, 17, 0),
                        Methodologies.bundled("anti-corruption-rating"),
                        written -> {});
        try (var files = Files.list(server.folder().resolve("sample"))) {
            for (Path file : files.toList()) {
                Files.move(file, server.inbox().resolve(file.getFileName()));
            }
        }
        execute("create function fail() returns trigger language plpgsql as"
                + " 'begin raise exception ''out of sorts <b>''; end'");
        execute("create trigger fail before insert on submission for each row execute function fail()");

        assertThat(post("/jobs/annual-rating/run", PAGE)).isEqualTo(PAGE);
        EndedRun failed = awaitEnd();

        long id = failed.id();
        String chunk = server.bean(CycleDesk.class)
                .chunks(2025)
                .get(1)
                .failed()
                .get(0)
                .chunk()
                .first();
        assertThat(page(Role.OPERATOR, PAGE))
                .contains("id=\"chunk-assess-0\"", "href=\"#chunk-assess-0\"", chunk, "out of sorts &lt;b&gt;")
                .contains("Rerun what failed", "Companies of the chunk: 6", "action=\"/cycles/2025/rerun\"")
                .doesNotContain("out of sorts <b>");
        assertThat(page(Role.VIEWER, PAGE))
                .contains("The operator can see the cause.", chunk)
                .doesNotContain("out of sorts", "Rerun what failed");
        assertThat(page(Role.VIEWER, PAGE + "/runs")).contains("/cycles/2025/runs/" + id, "state failed", "operator (");
        assertThat(page(Role.OPERATOR, PAGE + "/runs/" + id)).contains("out of sorts &lt;b&gt;", "to be done");
        for (String address : List.of(
                PAGE + "/runs/" + id,
                "/log",
                "/api/v1/cycles/2025",
                "/api/v1/cycles/2025/chunks",
                "/api/v1/runs/" + id,
                "/api/v1/log")) {
            assertThat(seen(Role.OPERATOR, address)).as(address).contains("out of sorts");
            assertThat(seen(Role.COMMITTEE, address)).as(address).contains("out of sorts");
            assertThat(seen(Role.VIEWER, address))
                    .as(address)
                    .contains("failed")
                    .doesNotContain("out of sorts");
        }
        assertThat(page(Role.VIEWER, PAGE + "/runs/" + id)).doesNotContain("/runs/" + id + "/log\"", "Log</h2>");

        execute("drop trigger fail on submission");
        post(PAGE + "/rerun", PAGE);
        assertThat(awaitEnd().succeeded()).isTrue();

        assertThat(page(Role.VIEWER, PAGE)).contains("Published: revision 1", "state published");
        assertThat(page(Role.VIEWER, "/cycles")).contains("state published", "state completed");
        assertThat(page(Role.OPERATOR, PAGE + "/runs/" + id)).contains("done later");
        HttpResponse<String> live = server.get(Role.VIEWER, PAGE + "/live?was=false");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).startsWith("<section id=\"live\"").contains("every 10s", "6 of 6 companies");
        assertThat(live.headers().firstValue("HX-Refresh")).isEmpty();
        assertThat(server.get(Role.VIEWER, PAGE + "/live?was=true").headers().firstValue("HX-Refresh"))
                .hasValue("true");
        assertThat(server.get(Role.VIEWER, PAGE + "/chunks").body()).startsWith("<section id=\"chunks\"");
    }

    @Test
    void keepsStartingAndStoppingToOperators() {
        for (String path : List.of("/jobs/annual-rating/run", PAGE + "/rerun", PAGE + "/stop")) {
            assertThat(server.post(server.as(Role.COMMITTEE), "/cycles", path, Map.of())
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(server.post(server.as(Role.OPERATOR), "/cycles", "/jobs/none/run", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private String seen(Role role, String path) {
        return path.startsWith("/api/") ? server.api(role, "GET", path, "").body() : page(role, path);
    }

    private String page(Role role, String path) {
        HttpResponse<String> answer = server.get(role, path + "?lang=en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** {@return where it leads on} */
    private String post(String path, String page) {
        HttpResponse<String> answer = server.post(server.as(Role.OPERATOR), page, path, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String next = answer.headers().firstValue("Location").orElseThrow();
        return next.substring(next.indexOf("/cycles"));
    }

    private void execute(String sql) throws Exception {
        DatabaseAccess access = server.database().access();
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private EndedRun awaitEnd() throws InterruptedException {
        EndedRun end = ended.poll(2, TimeUnit.MINUTES);
        assertThat(end).as("the end of the run").isNotNull();
        return end;
    }
}
