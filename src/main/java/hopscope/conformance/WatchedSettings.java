package hopscope.conformance;

import hopscope.scenario.ProtocolSettings;
import hopscope.scenario.Setting;
import hopscope.scenario.TimeSpan;

/**
 * What a run under watch knows of the settings of the protocol watched.
 *
 * @param interval see {@link ProtocolSettings#interval}
 */
public record WatchedSettings(
        @Setting(about = "As that of the protocol watched.") TimeSpan interval) implements ProtocolSettings {}
