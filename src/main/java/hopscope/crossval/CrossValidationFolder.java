package hopscope.crossval;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.results.AtomicFile;
import hopscope.results.FolderRule;
import hopscope.results.JsonText;
import hopscope.results.ResultFolderException;
import java.nio.file.Path;
import java.util.Set;

/** The folder that the cross-validation of one scenario lives in. */
public final class CrossValidationFolder {
    /** Chart files without their ending. */
    public static final String LATENCY = "latency";

    public static final String HOPS = "hops";

    private static final String SUMMARY = "crossval.json";

    /** Whose such a folder is. */
    public static final FolderRule RULE = new FolderRule(
            Set.of(SUMMARY, LATENCY + ".png", LATENCY + ".svg", HOPS + ".png", HOPS + ".svg"),
            SUMMARY,
            CrossValidationFolder::scenarioName);

    private CrossValidationFolder() {}

    /**
     * Writes all but the charts in place of what the folder holds.
     *
     * @return the JSON written
     */
    public static String write(CrossValidation result, Path folder) {
        String json = CrossValidationJson.render(result);
        RULE.clear(folder);
        AtomicFile.write(folder.resolve(SUMMARY), json);
        return json;
    }

    private static String scenarioName(String text, String fileName) {
        JsonNode name = JsonText.parse(text, fileName).path("scenario");
        if (!name.isTextual()) {
            throw new ResultFolderException(fileName + ": scenario is missing; the file is damaged or not Hopscope's");
        }
        return name.asText();
    }
}
