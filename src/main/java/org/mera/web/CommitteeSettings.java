package org.mera.web;

import org.mera.batch.FourEyes;
import org.springframework.stereotype.Component;

/** Tells the committee's acts what is configured. */
@Component
class CommitteeSettings {

    CommitteeSettings(FourEyes fourEyes, ServerSettings settings) {
        fourEyes.require(settings.fourEyes());
    }
}
