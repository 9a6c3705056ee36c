package org.mera.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mera.company.Company;
import org.mera.methodology.Methodology;

/** STAND-IN: written elsewhere. */
@SuppressWarnings("DoNotCallSuggester")
public final class Templates {

    public void write(List<Company> register, int year, Path folder, Methodology methodology, Locale language) {
        throw new IllegalStateException("not built in yet: " + folder + register + year + methodology.id() + language);
    }
}
