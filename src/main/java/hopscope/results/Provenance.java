package hopscope.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Where results come from.
 *
 * @param effectiveYaml the scenario with every default filled in
 * @param scenarioHash SHA-256 of the effective YAML in UTF-8, without the charts that a scenario declares, 64 hexadecimal digits
 * @param startedAt when the runs began, by the wall clock; kept in the manifest only
 * @param scenarioFolder that files named in the scenario are relative to, from the folder of the results; kept in the
 *     manifest only, empty if not known
 */
public record Provenance(String effectiveYaml, String scenarioHash, Instant startedAt, String scenarioFolder) {

    /** The provenance of a scenario; computes its hash. */
    public static Provenance of(String effectiveYaml, Instant startedAt) {
        return new Provenance(effectiveYaml, hash(effectiveYaml), startedAt, "");
    }

    /** The hash that identifies a scenario in manifests and baselines: SHA-256, 64 hexadecimal digits. */
    public static String hash(String effectiveYaml) {
        return hash(effectiveYaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of any bytes. */
    public static String hash(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
