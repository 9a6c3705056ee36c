package org.mera.submission;

import java.nio.file.Path;

/** STAND-IN: written elsewhere. */
public record InboxFile(Path folder, String name) {}
