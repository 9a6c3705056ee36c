package org.mera.web;

import static org.mera.access.Role.ADMINISTRATOR;
import static org.mera.access.Role.COMMITTEE;
import static org.mera.access.Role.EXPERT;
import static org.mera.access.Role.OPERATOR;
import static org.mera.access.Role.VIEWER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mera.access.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Every address there is and who may use it; what is not in this table is there for nobody. The first rule that fits holds. */
final class AccessRules {

    static final String API = "/api/v1";

    /** Who is told causes and shown logs: they name folders of the server. */
    static final Set<Role> KNOWING = Set.of(OPERATOR, COMMITTEE, ADMINISTRATOR);

    /** All rules, in their order. */
    static final List<Rule> RULES = rules();

    private static final List<PathPatternRequestMatcher> ADDRESSES = RULES.stream()
            .map(Rule::pattern)
            .distinct()
            .map(pattern -> PathPatternRequestMatcher.withDefaults().matcher(pattern))
            .toList();

    private AccessRules() {}

    /** {@return whether the table names the address of a request, for whatever method} */
    static boolean name(HttpServletRequest request) {
        return ADDRESSES.stream().anyMatch(address -> address.matches(request));
    }

    private static List<Rule> rules() {
        Table table = new Table();

        // What whoever comes to the door sees.
        table.everybody("/login", "/error", "/static/**", "/webjars/**", "/actuator/health");
        table.everybodyPosts("/login", "/logout");
        table.get(VIEWER, "/actuator/prometheus");

        // Cycles and runs.
        table.get(
                VIEWER,
                "/",
                "/cycles",
                "/cycles/{year}",
                "/cycles/{year}/live",
                "/cycles/{year}/chunks",
                "/cycles/{year}/runs",
                "/cycles/{year}/runs/{id}");
        table.get(KNOWING, "/cycles/{year}/runs/{id}/log");
        table.post(OPERATOR, "/jobs/{name}/run", "/cycles/{year}/rerun", "/cycles/{year}/stop");

        // The rating.
        table.get(
                VIEWER,
                "/cycles/{year}/ranking",
                "/cycles/{year}/company",
                "/cycles/{year}/company/report",
                "/cycles/{year}/problems",
                "/cycles/{year}/problems.csv",
                "/cycles/{year}/reports",
                "/cycles/{year}/reports.zip",
                "/cycles/{year}/files/{*path}",
                "/cycles/{year}/verification",
                "/cycles/{year}/decisions",
                "/cycles/{year}/approval",
                "/log");
        table.post(
                COMMITTEE,
                "/cycles/{year}/decisions/check",
                "/cycles/{year}/decisions",
                "/cycles/{year}/verification",
                "/cycles/{year}/withdrawals",
                "/cycles/{year}/approval",
                "/cycles/{year}/reopening");

        // Files that are handed in.
        table.get(EXPERT, "/check", "/inbox/{year}");
        table.post(EXPERT, "/check", "/check/returned", "/inbox/{year}");

        // Accounts.
        table.get(VIEWER, "/account", "/account/password", "/account/tokens");
        table.post(VIEWER, "/account/password", "/account/tokens", "/account/tokens/{id}/revoke", "/account/language");
        table.get(ADMINISTRATOR, "/users", "/users/{name}");
        table.post(
                ADMINISTRATOR,
                "/users",
                "/users/{name}",
                "/users/{name}/password",
                "/users/{name}/disable",
                "/users/{name}/enable");

        // REST.
        table.get(VIEWER, "/api", "/api/openapi.json", API + "/openapi.json");
        table.get(
                VIEWER,
                API + "/me",
                API + "/jobs",
                API + "/cycles",
                API + "/cycles/{year}",
                API + "/cycles/{year}/chunks",
                API + "/cycles/{year}/runs",
                API + "/runs/{id}",
                API + "/cycles/{year}/ranking",
                API + "/cycles/{year}/companies",
                API + "/cycles/{year}/companies/{id}",
                API + "/cycles/{year}/problems",
                API + "/cycles/{year}/reports",
                API + "/cycles/{year}/reports.zip",
                API + "/cycles/{year}/files/{*path}",
                API + "/cycles/{year}/verification",
                API + "/cycles/{year}/decisions",
                API + "/log");
        table.get(KNOWING, API + "/runs/{id}/log");
        table.post(OPERATOR, API + "/jobs/{name}/runs", API + "/cycles/{year}/reruns", API + "/runs/{id}/stop");
        table.post(EXPERT, API + "/checks", API + "/cycles/{year}/inbox");
        table.post(
                COMMITTEE,
                API + "/cycles/{year}/decisions",
                API + "/cycles/{year}/verification",
                API + "/cycles/{year}/withdrawals",
                API + "/cycles/{year}/approvals",
                API + "/cycles/{year}/reopenings");
        table.get(ADMINISTRATOR, API + "/users", API + "/users/{name}");
        table.post(ADMINISTRATOR, API + "/users");
        table.put(ADMINISTRATOR, API + "/users/{name}");

        return List.copyOf(table.rules);
    }

    /** The table as it is written down. */
    private static final class Table {

        private final List<Rule> rules = new ArrayList<>();

        void everybody(String... patterns) {
            add(HttpMethod.GET, Set.of(), patterns);
        }

        void everybodyPosts(String... patterns) {
            add(HttpMethod.POST, Set.of(), patterns);
        }

        void get(Role role, String... patterns) {
            get(Set.of(role), patterns);
        }

        void get(Set<Role> roles, String... patterns) {
            add(HttpMethod.GET, roles, patterns);
        }

        void post(Role role, String... patterns) {
            add(HttpMethod.POST, Set.of(role), patterns);
        }

        void put(Role role, String... patterns) {
            add(HttpMethod.PUT, Set.of(role), patterns);
        }

        private void add(HttpMethod method, Set<Role> roles, String... patterns) {
            for (String pattern : patterns) {
                rules.add(new Rule(method, pattern, roles));
            }
        }
    }
}
