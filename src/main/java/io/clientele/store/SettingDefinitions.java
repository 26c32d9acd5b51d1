package io.clientele.store;

import java.util.List;

/** The settings one feature reads. Each feature that reads any has one bean of this type. */
public interface SettingDefinitions {

    List<SettingDefinition> all();
}
