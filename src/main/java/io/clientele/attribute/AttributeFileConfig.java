package io.clientele.attribute;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where files of attributes are kept, and which. */
@ConfigMapping(prefix = "clientele.attribute.files")
public interface AttributeFileConfig {

    /** A folder all instances share; without one, files are kept in the database. */
    Optional<Path> folder();

    /** The largest file, in bytes; an attribute's own rule can only be stricter. */
    @WithDefault("512K")
    MemorySize maxSize();

    /** The most pixels an image may have, width times height. */
    @WithDefault("25000000")
    long maxPixels();

    /** The ends of the names of files (not images) where the attribute does not say which. */
    @WithDefault("pdf,txt,csv,doc,docx,xls,xlsx,odt,ods,rtf,zip,jpg,jpeg,png,gif")
    List<String> extensions();
}
