package org.mera.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.cycle.MethodologySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mera template}. */
@Command(name = "template", description = "Writes empty forms to fill in, for each company of a register.")
final class TemplateCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--register", required = true, paramLabel = "FILE", description = "The register of companies.")
    @SuppressWarnings("NullAway.Init")
    private Path register;

    @Option(
            names = "--year",
            required = true,
            paramLabel = "Y",
            converter = Options.Year.class,
            description = "The rated year.")
    private int year;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new or empty folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--inn", paramLabel = "INN", description = "Only this company.")
    private @Nullable String inn;

    @Option(
            names = "--lang",
            paramLabel = "ru|en",
            defaultValue = "ru",
            converter = Options.Language.class,
            description = "The language of the forms; ru without it.")
    @SuppressWarnings("NullAway.Init")
    private Locale language;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private MethodologyOption methodology;

    TemplateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (!Files.exists(register)) {
            throw new ParameterException(spec.commandLine(), "--register: " + register + ": no such file");
        }
        MethodologySource source = methodology.source();
        List<Company> companies = chosen(invocation.capabilities().register(register, source));
        EmptyFolder.prepare(folder, spec.commandLine());
        invocation.capabilities().writeTemplates(companies, year, folder, source, language);
        invocation
                .out()
                .println("Empty forms of " + Numbers.of(companies.size(), "company", "companies")
                        + " for the rated year " + year + " are in " + folder);
        return 0;
    }

    private List<Company> chosen(List<Company> companies) {
        if (inn == null) {
            return companies;
        }
        return List.of(companies.stream()
                .filter(company -> company.id().equals(inn))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--inn: «" + inn + "» is not in the register " + register)));
    }
}
