/**
 * Scenario files: YAML in, validated records out, and every error with file, line and column.
 *
 * <p>The way of a file: {@code DocumentText} (characters) → {@code YamlReader} (values with positions) →
 * {@code YamlOverrides} → {@code RecordBinder} (records) → {@code ScenarioCheck} (do the parts fit?) →
 * {@link hopscope.scenario.LoadedScenario}. The records' {@code @Setting} annotations are the one source of ranges,
 * required keys, descriptions and the JSON Schema.
 *
 * <p>May import {@code document}, {@code random} and {@code topology}, and is a home of Jackson and of the schema
 * generator. Read first: {@link hopscope.scenario.Scenario} and {@link hopscope.scenario.ScenarioLoader}.
 */
package hopscope.scenario;
